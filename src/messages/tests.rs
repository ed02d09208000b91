use super::*;
use imagetotext::error::ModelPart;

#[test]
fn a_script_that_is_not_read_is_named() {
    let sentence = |page, script| sentence(&"a.png".into(), &Failure::Unread(page, script));
    let arabic = "imagetotext: a.png: this looks like Arabic, which is not read yet; use a program that reads Arabic.";
    assert_eq!(sentence(None, UnreadScript::Arabic), arabic);
    for script in UnreadScript::ALL {
        let sentence = sentence(Some(2), *script);
        assert!(
            sentence.contains("page 2 looks like") && sentence.contains("; use "),
            "{sentence}"
        );
    }
    assert!(Failure::Unread(None, UnreadScript::Thai).is_failure());
}

#[test]
fn a_sentence_is_one_line_with_the_name_and_a_remedy() {
    let failures = [
        Failure::Input(ReadError::TooLarge.into()),
        Failure::Picture(PictureError::Model { part: ModelPart::Alphabet, reason: "a\nb.".into() }),
        Failure::Picture(PictureError::Internal { place: "a\n\u{1b}".into() }),
        Failure::Page(3, Box::new(Failure::Picture(PictureError::TooLarge))),
        Failure::Output(OutputError::Full),
        Failure::Output(OutputError::NotText),
        Failure::AlphabetNotText,
        Failure::NoPictures,
        Failure::OnlyResults,
        Failure::OtherFormat,
        Failure::DeadLink,
        Failure::NoWorker(std::io::ErrorKind::OutOfMemory.into()),
        Failure::Crashed,
        Failure::OutOfMemory,
        Failure::TimedOut,
    ];
    for failure in failures {
        let sentence = sentence(&"a.png".into(), &failure);
        assert!(sentence.starts_with("imagetotext: a.png: "), "{sentence}");
        assert!(sentence.contains("; ") && sentence.ends_with('.'), "{sentence}");
        assert_eq!(sentence.lines().count(), 1, "{sentence}");
    }
}

#[test]
fn a_summary_says_what_is_left() {
    let all = Summary { read: 1, ..Summary::default() };
    assert_eq!(summary(&all), "imagetotext: 1 picture read.");
    let damaged = Summary { failed: 1, can_resume: true, ..all };
    assert_eq!(summary(&damaged), "imagetotext: 1 picture read, 1 not read.");
    let others = Summary { skipped: 2, ..all };
    assert_eq!(summary(&others), "imagetotext: 1 picture read, 2 of other formats skipped.");
    let one_file = Summary { failed: 1, left: 1, read_again: 1, ..all };
    assert_eq!(summary(&one_file), "imagetotext: 1 picture read, 1 not read, 1 left.");
    let some = Summary {
        read: 8,
        done_before: 2,
        failed: 1,
        left: 3,
        can_resume: true,
        ..Summary::default()
    };
    assert_eq!(
        summary(&some),
        "imagetotext: 8 pictures read, 2 done before, 1 not read, 3 left; run it again with --resume to \
         read the rest."
    );
}

#[test]
fn a_report_is_an_object_in_one_line() {
    let line = report(&"a\"\n.png".into(), &Failure::TimedOut);
    let object: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(line.lines().count(), 1);
    assert!(object["file"].as_str().unwrap().starts_with("a\""), "{line}");
    assert!(object["message"].as_str().unwrap().contains("too long"), "{line}");
}
