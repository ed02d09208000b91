use imagetotext::ScriptChoice;

use super::*;

fn parse(line: &[&str]) -> Request {
    let words = std::iter::once("imagetotext").chain(line.iter().copied());
    Args::try_parse_from(words).unwrap().lower(true)
}

#[test]
fn the_definition_is_sound() {
    Args::command().debug_assert();
}

#[test]
fn a_terminal_without_files_gets_help() {
    assert!(matches!(parse(&[]), Request::Help));
    assert!(matches!(Args::try_parse_from(["x"]).unwrap().lower(false), Request::Read(_)));
}

#[test]
fn a_dash_is_standard_input_and_standard_output() {
    let Request::Read(job) = parse(&["a.png", "-", "-o", "-"]) else { panic!() };
    assert_eq!(job.sources, [Source::File("a.png".into()), Source::Stdin]);
    assert_eq!(job.output, None);
}

#[test]
fn an_empty_directory_of_models_means_the_built_in_ones() {
    let Request::Read(job) = parse(&["--models", "", "a.png"]) else { panic!() };
    assert_eq!(job.models, None);
}

#[test]
fn scripts_have_the_names_that_the_library_gives_them() {
    for choice in ScriptChoice::ALL {
        let request = parse(&["--script", choice.name(), "a.png"]);
        let Request::Read(job) = request else { panic!() };
        assert_eq!(job.script, *choice);
    }
}

#[test]
fn engines_have_the_names_that_the_library_gives_them() {
    for kind in EngineKind::ALL {
        let Request::Read(job) = parse(&["--engine", kind.name(), "a.png"]) else { panic!() };
        assert_eq!(job.engine, Some(*kind));
    }
}

#[test]
fn the_name_of_the_output_says_the_format() {
    for (line, format, ending) in [
        (&["-o", "a.docx", "a.png"][..], Format::Docx, Ending::Fits),
        (&["-o", "a.docx", "-f", "json", "a.png"], Format::Json, Ending::Other(Format::Docx)),
        (&["-o", "a.docx/", "-f", "json", "a.png"], Format::Json, Ending::Fits),
        (&["-o", "-", "a.png"], Format::Text, Ending::Fits),
    ] {
        let Request::Read(job) = parse(line) else { panic!() };
        assert_eq!((job.format, job.ending), (format, ending), "{line:?}");
    }
}

#[test]
fn force_needs_an_output() {
    assert!(Args::try_parse_from(["imagetotext", "--force", "a.png"]).is_err());
}
