//! Workers that stall, flood, crash or send garbage: shell scripts in place of the program.

use std::time::Duration;

use imagetotext::EngineKind;
use imagetotext::source::{DecodeOptions, PageUpdate, decode_with};

use super::*;
use crate::frame;
use crate::host::{Config, Host};
use crate::limits::LIMITS;
use crate::protocol::{Message, Purpose};

/// Printed by a script: messages of a worker.
fn says(messages: &[Message]) -> String {
    let mut bytes = Vec::new();
    for message in messages {
        frame::send_message(&mut bytes, message).unwrap();
    }
    let octal: Vec<String> = bytes.iter().map(|byte| format!("\\{byte:03o}")).collect();
    format!("printf '{}'", octal.concat())
}

fn worker(script: &str, page_timeout: Duration) -> Worker {
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", script]);
    let setup = Setup { purpose: Purpose::Read, own_models: false, engine: None, threads: None };
    let limits = Limits { page_timeout, ..LIMITS };
    Worker::start(shell, &setup, Vec::new(), limits).unwrap()
}

fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(future)
}

/// How reading a picture with this worker ends.
fn outcome(script: &str, page_timeout: Duration) -> (Worker, Result<Vec<Event>, WorkerError>) {
    let mut worker = worker(script, page_timeout);
    let outcome = run(async {
        // More than a pipe holds: a worker that does not read must not stop us.
        let bytes = Arc::new(SecretBytes::from(vec![0; 1 << 20]));
        worker.read(ReadOptions::default(), bytes).await?;
        let mut events = Vec::new();
        loop {
            let event = worker.next().await?;
            let is_last = matches!(event, Event::Done(_));
            events.push(event);
            if is_last {
                return Ok(events);
            }
        }
    });
    (worker, outcome)
}

const LONG: Duration = Duration::from_mins(1);

/// Reports that it is ready and waits for the picture of [`outcome`].
fn asked() -> String {
    format!("{}; head -c 1048576 >/dev/null", says(&[Message::Ready]))
}

#[test]
fn a_worker_that_stalls_times_out_at_every_stage() {
    let asked = asked();
    let started = says(&[Message::PageStarted(1)]);
    for before in ["true", &asked, &format!("{asked}; {started}")] {
        let (worker, outcome) =
            outcome(&format!("{before}; exec sleep 100"), Duration::from_millis(300));
        assert!(matches!(outcome, Err(WorkerError::TimedOut { .. })), "{before}: {outcome:?}");
        assert!(!worker.is_alive(), "{before}");
    }
}

#[test]
fn a_worker_that_dies_is_noticed_at_every_stage() {
    let asked = asked();
    let started = says(&[Message::PageStarted(1)]);
    for before in ["true", &asked, &format!("{asked}; {started}")] {
        for death in ["exit 0", "kill -9 $$", "kill -SEGV $$"] {
            let (_, outcome) = outcome(&format!("{before}; {death}"), LONG);
            assert!(matches!(outcome, Err(WorkerError::Crashed)), "{before}; {death}: {outcome:?}");
        }
    }
}

#[test]
fn exit_causes_are_distinguished() {
    let (_, aborted) = outcome(&format!("{}; kill -ABRT $$", asked()), LONG);
    assert!(matches!(aborted, Err(WorkerError::OutOfMemory)), "{aborted:?}");
    let (_, too_slow) = outcome(&format!("{}; kill -XCPU $$", asked()), LONG);
    assert!(matches!(too_slow, Err(WorkerError::TimedOut { .. })), "{too_slow:?}");
}

#[test]
fn a_worker_that_talks_nonsense_is_killed() {
    let claims_four_gibibytes = r"printf '\000\000\000\000\001\000\000\000'";
    let asked = asked();
    let started = says(&[Message::PageStarted(1)]);
    for script in [
        "echo nonsense, and more of it",
        claims_four_gibibytes,
        &format!("{asked}; {claims_four_gibibytes}"),
        &format!("{asked}; exec yes"),
        &format!("{asked}; while true; do {started}; done"),
    ] {
        let (worker, outcome) = outcome(&format!("{script}; exec sleep 100"), LONG);
        assert!(matches!(outcome, Err(WorkerError::Unexpected)), "{script}: {outcome:?}");
        assert!(!worker.is_alive(), "{script}");
    }
}

#[test]
fn answers_before_a_request_are_refused() {
    let script = format!("{}; exec sleep 100", says(&[Message::Ready, Message::Done(None)]));
    let mut worker = worker(&script, LONG);
    let outcome = run(async {
        worker.ready().await?;
        // Until the answer that nobody asked for has arrived.
        while worker.incoming.is_empty() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        worker.read(ReadOptions::default(), Arc::new(SecretBytes::from(vec![1]))).await
    });
    assert!(matches!(outcome, Err(WorkerError::Unexpected)), "{outcome:?}");
}

#[test]
fn a_file_that_has_become_shorter_is_to_blame_for_itself() {
    let script = format!("{}; cat >/dev/null", says(&[Message::Ready]));
    let mut worker = worker(&script, LONG);
    let outcome = run(async {
        let input = Input::File { file: tempfile::tempfile().unwrap(), length: 9, digest: None };
        worker.read(ReadOptions::default(), input).await?;
        worker.next().await
    });
    assert!(matches!(outcome, Err(WorkerError::Input(_))), "{outcome:?}");
}

#[test]
fn a_slow_disk_is_waited_for() {
    let mut worker = worker("exec sleep 100", LONG);
    worker.state = State::Reading { wanted: Wanted::default(), is_pdf: true };
    worker.deadline = Instant::now() + LIMITS.pdf_page_timeout;
    std::thread::sleep(Duration::from_millis(2));
    worker.sent.renew();
    assert!(worker.is_sending());
    assert!(!worker.is_sending(), "nothing has been sent since");
    let left = worker.deadline - Instant::now();
    assert!(left <= LIMITS.pdf_page_timeout, "a page has no more time than without a slow disk");
}

/// What comes of a page with this update, if this is wanted.
fn page_outcome(update: Option<PageUpdate>, wanted: Wanted) -> Result<Event, WorkerError> {
    let page = imagetotext::Page::new(3, 2, Vec::new());
    let timing = crate::protocol::PageTiming::default();
    let message = Message::Page(Box::new(crate::protocol::PageMessage {
        update,
        is_searchable: false,
        page,
        images: None,
        page_image: None,
        timing,
    }));
    let script =
        format!("{}; exec sleep 100", says(&[Message::Ready, Message::PageStarted(1), message]));
    let mut worker = worker(&script, LONG);
    run(async {
        worker.ready().await?;
        worker.state = State::Reading { wanted, is_pdf: false };
        worker.next().await?;
        worker.next().await
    })
}

#[test]
fn previews_come_when_they_were_asked_for_and_only_then() {
    let outcome = page_outcome(None, Wanted { previews: true, ..Wanted::default() });
    assert!(matches!(outcome, Err(WorkerError::Unexpected)), "{outcome:?}");
    assert!(page_outcome(None, Wanted::default()).is_ok());
}

#[test]
fn updates_come_only_when_they_were_asked_for() {
    let fax = include_bytes!("../../../../tests/images/pdf/fax.pdf").to_vec();
    let mut options = DecodeOptions::default();
    options.page_updates = true;
    let fax = Arc::new(SecretBytes::from(fax));
    let picture = decode_with(&fax, &options).unwrap().next().unwrap().unwrap();
    let update = picture.page_update();
    let outcome = page_outcome(update.cloned(), Wanted::default());
    assert!(matches!(outcome, Err(WorkerError::Unexpected)), "{outcome:?}");
    // In place of the picture.
    let wanted = Wanted { page_images: true, page_updates: true, ..Wanted::default() };
    assert!(page_outcome(update.cloned(), wanted).is_ok());
    let outcome = page_outcome(None, wanted);
    assert!(matches!(outcome, Err(WorkerError::Unexpected)), "{outcome:?}");
}

#[test]
fn a_worker_that_failed_is_replaced() {
    let mut host = Host::new(Config { program: Some("/bin/false".into()), ..Config::default() });
    host.prewarm().unwrap();
    let mut first = host.take().unwrap();
    assert!(run(first.ready()).is_err());
    host.keep(first);
    assert!(!host.has_idle(), "a dead worker is not kept");
    assert!(host.take().is_ok());
}

#[test]
fn another_engine_needs_another_worker() {
    use std::os::unix::fs::PermissionsExt as _;
    let directory = tempfile::tempdir().unwrap();
    let program = directory.path().join("worker");
    std::fs::write(&program, "#!/bin/sh\nexec sleep 100\n").unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).unwrap();
    let mut host = Host::new(Config { program: Some(program), ..Config::default() });
    host.set_engine(EngineKind::Builtin);
    host.prewarm().unwrap();
    host.set_engine(EngineKind::Builtin);
    assert!(host.has_idle());
    host.set_engine(EngineKind::Ocrs);
    assert!(!host.has_idle());
}

#[test]
fn a_program_that_does_not_exist_cannot_be_started() {
    let mut host =
        Host::new(Config { program: Some("/no/such/program".into()), ..Config::default() });
    assert!(matches!(host.take(), Err(WorkerError::Start(_))));
}

#[test]
fn dropping_a_worker_kills_it() {
    let worker = worker("exec sleep 100", LONG);
    let handle = worker.kill_handle();
    drop(worker);
    assert!(handle.child().try_wait().unwrap().is_some());
}
