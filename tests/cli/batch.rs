//! Whole directories: their tree, what is done already, failures, and the end that comes too early.

use std::fs;
use std::time::{Duration, SystemTime};

use serde_json::Value;

use crate::harness::{Dir, HELLO, Outcome, contains_the_text};
#[cfg(target_os = "linux")]
use crate::harness::{run, start, wait};

/// `in/a.png` and `in/sub/b.png`, and something that is no picture.
fn tree() -> Dir {
    let dir = Dir::new();
    fs::create_dir_all(dir.path("in/sub")).unwrap();
    for name in ["in/a.png", "in/sub/b.png"] {
        dir.write(name, HELLO);
    }
    dir.write("in/notes.txt", b"notes");
    dir
}

fn summary(outcome: &Outcome) -> &str {
    outcome.stderr.lines().last().unwrap_or_default()
}

#[test]
fn results_have_the_tree_of_the_pictures() {
    let dir = tree();
    let outcome = dir.run(&["-r", "in", "-o", "out/"]);
    assert_eq!((outcome.code, summary(&outcome)), (Some(0), "imagetotext: 2 pictures read."));
    contains_the_text(&dir.text("out/a.txt"));
    contains_the_text(&dir.text("out/sub/b.txt"));
    assert_eq!(fs::read_dir(dir.path("out")).unwrap().count(), 2);
    // In one stream as well.
    let stream = dir.run(&["-r", "-q", "in"]);
    stream.succeeds();
    assert_eq!(stream.stdout.matches("==> ").count(), 2, "{stream:?}");
    // What is a picture, but of a format that is not read.
    dir.write("in/sub/drawing.svg", b"<svg/>");
    dir.write("in/sub/scan", HELLO);
    let outcome = dir.run(&["-r", "in", "-o", "out/", "--force", "--report", "failures.jsonl"]);
    let expected = "imagetotext: 2 pictures read, 2 of other formats skipped.";
    assert_eq!((outcome.code, summary(&outcome)), (Some(0), expected));
    let report: Value = serde_json::from_str(&dir.text("failures.jsonl")).unwrap();
    assert_eq!(report["file"], "in/sub/drawing.svg");
    assert!(report["message"].as_str().unwrap().contains("not read; save it as"), "{report}");
}

#[test]
fn directories_are_read_only_when_that_is_asked_for() {
    tree().run(&["in"]).fails("in", "--recursive");
    let dir = tree();
    fs::create_dir(dir.path("empty")).unwrap();
    let outcome = dir.run(&["-r", "-q", "empty", "-o", "out/"]);
    outcome.fails("empty", "there are no pictures");
}

#[test]
fn only_what_has_changed_is_read_again() {
    let dir = tree();
    let resume = ["-r", "in", "-o", "out/", "--resume"];
    let first = dir.run(&resume);
    assert_eq!(summary(&first), "imagetotext: 2 pictures read.");
    // Results may be changed by people, and are kept.
    dir.write("out/a.txt", b"mine");
    assert_eq!(summary(&dir.run(&resume)), "imagetotext: 0 pictures read, 2 done before.");
    dir.write("in/sub/b.png", HELLO);
    assert_eq!(summary(&dir.run(&resume)), "imagetotext: 1 picture read, 1 done before.");
    assert_eq!(dir.text("out/a.txt"), "mine");
    // Another picture that is put in its place, older than the result.
    dir.write("other.png", HELLO);
    let old = SystemTime::now() - Duration::from_hours(24);
    fs::File::options().write(true).open(dir.path("other.png")).unwrap().set_modified(old).unwrap();
    fs::rename(dir.path("other.png"), dir.path("in/a.png")).unwrap();
    if cfg!(unix) {
        assert_eq!(summary(&dir.run(&resume)), "imagetotext: 1 picture read, 1 done before.");
        contains_the_text(&dir.text("out/a.txt"));
    }
}

/// In most formats even a picture without text has a result with something in it.
#[test]
fn an_empty_result_is_not_taken_for_done() {
    let dir = tree();
    let resume = ["-r", "in", "-o", "out/", "-f", "json", "--resume"];
    dir.run(&resume);
    dir.write("out/a.json", b"");
    assert_eq!(summary(&dir.run(&resume)), "imagetotext: 1 picture read, 1 done before.");
}

#[test]
fn a_result_that_lacks_a_file_is_not_taken_for_done() {
    let dir = Dir::new();
    fs::create_dir(dir.path("in")).unwrap();
    dir.write("in/pages.tif", include_bytes!("../images/formats/pages.tif"));
    let resume = ["-r", "in", "-o", "out/", "-f", "page", "--resume"];
    dir.run(&resume);
    assert_eq!(summary(&dir.run(&resume)), "imagetotext: 0 pictures read, 1 done before.");
    fs::remove_file(dir.path("out/pages-page-2.xml")).unwrap();
    assert_eq!(summary(&dir.run(&resume)), "imagetotext: 1 picture read.");
    assert!(dir.path("out/pages-page-2.xml").exists());
}

#[test]
fn failures_are_reported_and_read_again() {
    let dir = tree();
    dir.write("in/broken.png", &HELLO[..200]);
    dir.write("in/empty.jpg", b"");
    let args = ["-r", "in", "-o", "out/", "--resume", "--report", "failures.jsonl", "--jobs", "2"];
    for expected in ["2 pictures read, 2 not read", "0 pictures read, 2 done before, 2 not read"] {
        let outcome = dir.run(&args);
        assert_eq!(outcome.code, Some(1), "{outcome:?}");
        assert_eq!(outcome.stderr.lines().count(), 3, "{outcome:?}");
        assert!(summary(&outcome).contains(expected), "{outcome:?}");
        let report = dir.text("failures.jsonl");
        let mut lines: Vec<Value> =
            report.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        lines.sort_by_key(|line| line["file"].to_string());
        assert_eq!(lines[0]["file"], "in/broken.png");
        assert_eq!(lines[1]["file"], "in/empty.jpg");
        assert!(lines[1]["message"].as_str().unwrap().contains("the file is empty"), "{report}");
    }
}

/// Only the first page can be read.
#[test]
fn a_result_that_lacks_pages_is_not_taken_for_done() {
    let dir = Dir::new();
    fs::create_dir(dir.path("in")).unwrap();
    let mut pages = include_bytes!("../images/formats/pages.tif").to_vec();
    // Where the pixels of the pages after the first one are.
    for offset in [592_u32, 800, 1376, 1616] {
        let place = pages.windows(4).rposition(|word| word == offset.to_le_bytes()).unwrap();
        pages[place..place + 4].fill(0x7f);
    }
    dir.write("in/cut.tif", &pages);
    let args = ["-r", "in", "-o", "out/", "--resume"];
    for _ in 0..2 {
        let outcome = dir.run(&args);
        assert!(summary(&outcome).contains("1 not read"), "{outcome:?}");
    }
}

/// A result that lacks pages, of a picture that was named.
#[test]
fn what_lacks_pages_is_dated_before_its_picture() {
    let dir = Dir::new();
    dir.write("a.pdf", &crate::pdf::four_pages());
    for _ in 0..2 {
        let outcome = dir.run(&["a.pdf", "-o", "out/", "--resume"]);
        assert_eq!(outcome.code, Some(1), "{outcome:?}");
        let modified = fs::metadata(dir.path("out/a.txt")).unwrap().modified().unwrap();
        assert_eq!(modified, SystemTime::UNIX_EPOCH);
    }
}

#[test]
fn results_are_not_written_where_they_are_pictures_of_the_next_run() {
    let dir = tree();
    let outcome = dir.run(&["-r", "in", "-o", "in/", "-f", "pdf", "--resume"]);
    outcome.fails("in/", "read as pictures");
    let below = dir.run(&["-r", "in", "-o", "in/results/", "-f", "pdf", "-q"]);
    below.succeeds();
}

#[cfg(unix)]
#[test]
fn loops_of_links_end() {
    let dir = tree();
    std::os::unix::fs::symlink(dir.path("in"), dir.path("in/sub/again")).unwrap();
    let outcome = dir.run(&["-r", "in", "-o", "out/"]);
    assert_eq!((outcome.code, summary(&outcome)), (Some(0), "imagetotext: 2 pictures read."));
}

/// The results lie where the pictures are: they are no pictures of the next run.
#[test]
fn results_among_the_pictures_are_left_out() {
    let dir = tree();
    for _ in 0..2 {
        let outcome = dir.run(&["-r", ".", "-o", "in/out/", "--force"]);
        assert_eq!(summary(&outcome), "imagetotext: 3 pictures read.", "{outcome:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_leaves_nothing_half_written() {
    let dir = Dir::new();
    fs::create_dir(dir.path("in")).unwrap();
    for number in 0..200 {
        dir.write(&format!("in/{number}.png"), HELLO);
    }
    let child = start(&mut dir.command(&["-r", "in", "-o", "out/", "-f", "json"]));
    while fs::read_dir(dir.path("out")).map_or(0, Iterator::count) < 3 {
        std::thread::sleep(Duration::from_millis(5));
    }
    let process = nix::unistd::Pid::from_raw(child.id().try_into().unwrap());
    nix::sys::signal::kill(process, nix::sys::signal::Signal::SIGINT).unwrap();
    let outcome = wait(child);
    assert_eq!(outcome.code, Some(130), "{outcome:?}");
    assert!(summary(&outcome).contains("left; run it again with --resume"), "{outcome:?}");
    let results: Vec<_> = fs::read_dir(dir.path("out")).unwrap().map(Result::unwrap).collect();
    assert!(results.len() < 200);
    for result in results {
        let text = fs::read_to_string(result.path()).unwrap();
        assert!(serde_json::from_str::<Value>(&text).is_ok(), "{result:?}");
        assert!(result.path().extension().is_some_and(|it| it == "json"), "{result:?}");
    }
}

/// No file may be larger than the limit, which the system says like a full disk.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_ends_the_batch() {
    let dir = tree();
    let limited = ["bash", "-c", "ulimit -f 0; exec \"$@\"", "bash"];
    for files in [["-r", "in"], ["in/a.png", "in/sub/b.png"]] {
        let args = [&files[..], &["-o", "out/", "-f", "json", "--jobs", "1"]].concat();
        let outcome = run(&mut dir.wrapped(&limited, &args));
        assert_eq!(outcome.code, Some(1));
        assert_eq!(outcome.stderr.matches("free some space").count(), 1, "{outcome:?}");
        assert!(
            summary(&outcome).contains("0 pictures read, 1 not written, 1 left"),
            "{outcome:?}"
        );
        assert_eq!(fs::read_dir(dir.path("out")).unwrap().count(), 0);
    }
}

#[test]
fn a_report_replaces_no_other_file() {
    let dir = tree();
    dir.run(&["in/a.png", "-f", "jsonl", "-o", "results.jsonl"]).succeeds();
    for (name, words) in
        [("in/a.png", "would be lost"), ("in/notes.txt", "exists"), ("results.jsonl", "exists")]
    {
        let before = fs::read(dir.path(name)).unwrap();
        dir.run(&["in/a.png", "--report", name]).fails(name, words);
        assert_eq!(fs::read(dir.path(name)).unwrap(), before, "{name}");
    }
}

/// Nothing is read in vain.
#[test]
fn a_report_that_cannot_be_written_is_known_at_the_start() {
    let dir = tree();
    for (name, words) in [("no/failures.jsonl", "directory does not exist"), ("in", "a directory")]
    {
        dir.run(&["in/a.png", "--report", name]).fails(name, words);
    }
    dir.run(&["in/a.png", "-o", "out/", "--report", "out/failures.jsonl"]).succeeds();
    assert_eq!(dir.text("out/failures.jsonl"), "");
    if cfg!(target_os = "linux") {
        dir.run(&["in/a.png", "-q", "--report", "/dev/null"]).succeeds();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}

#[cfg(unix)]
#[test]
fn a_report_has_dead_links_and_results_that_cannot_be_written() {
    let dir = tree();
    std::os::unix::fs::symlink("nowhere.png", dir.path("in/dead.png")).unwrap();
    // A directory is in the way of a result.
    fs::create_dir_all(dir.path("out/a.txt")).unwrap();
    let args = ["-r", "in", "-o", "out/", "--report", "failures.jsonl"];
    let outcome = dir.run(&args);
    assert_eq!(outcome.code, Some(1), "{outcome:?}");
    let report = dir.text("failures.jsonl");
    for name in ["in/dead.png", "out/a.txt"] {
        assert!(report.contains(&format!("{{\"file\":\"{name}\"")), "{report}");
    }
    if cfg!(target_os = "linux") {
        dir.run(&["in/a.png", "-o", "/dev/full", "--report", "failures.jsonl"])
            .fails("/dev/full", "full");
        assert!(dir.text("failures.jsonl").starts_with("{\"file\":\"/dev/full\""));
    }
}

#[test]
fn advice_is_given_only_where_it_helps() {
    let dir = tree();
    dir.write("in/broken.png", &HELLO[..200]);
    for output in ["out/", "one.txt"] {
        let outcome = dir.run(&["-r", "in", "-o", output]);
        assert_eq!(summary(&outcome), "imagetotext: 2 pictures read, 1 not read.", "{outcome:?}");
    }
    let again = ["-r", "in", "-o", "in/", "-f", "json"];
    let outcome = dir.run(&again);
    assert_eq!(summary(&outcome), "imagetotext: 2 pictures read, 1 not read.", "{outcome:?}");
    let outcome = dir.run(&again);
    let expected = "imagetotext: 0 pictures read, 1 not read, 2 not written.";
    assert_eq!(summary(&outcome), expected, "{outcome:?}");
    assert!(dir.path("in/sub/b.json").exists(), "where the pictures are");
}
