use super::*;

fn reading(words: &[(&str, f32)], log_likelihood: f32) -> LineReading {
    let quad = Quad::upright(0.0, 0.0, 9.0, 9.0);
    let words_read = words.iter().enumerate().map(|(index, &(text, confidence))| {
        let characters = vec![confidence; text.len()];
        let word = Word { text: text.into(), quad, confidence, characters };
        let log_likelihood = log_likelihood / words.len() as f32;
        WordReading { word, columns: 10 * index..10 * index + 10, log_likelihood }
    });
    let words_read = words_read.collect();
    LineReading { words: words_read, log_likelihood, ..LineReading::new(10 * words.len(), 32) }
}

#[test]
fn features_of_pieces_are_means_and_largest_values() {
    let mut reading = LineReading::new(40, 32);
    reading.add_features(&[0.2, 0.8], 30);
    reading.add_features(&[0.6, 0.5], 10);
    let close = |(a, b): (&f32, f32)| (a - b).abs() < 1e-6;
    assert!(reading.features.iter().zip([0.3, 0.8]).all(close), "{:?}", reading.features);
}

#[test]
fn the_more_probable_of_two_readings_counts() {
    let text =
        |reading: LineReading| reading.into_line(Quad::upright(0.0, 0.0, 9.0, 9.0)).unwrap().text();
    let first = || reading(&[("ight", 0.6)], -1.5);
    assert!(first().is_doubtful());
    assert!(!reading(&[("right", 0.99)], -0.5).is_doubtful());
    assert!(reading(&[("right", 0.99)], -0.5).is_more_probable_than(&first()));
    let again = |log_likelihood| {
        first().reread_doubtful(|_| Ok(reading(&[("right", 0.7)], log_likelihood)))
    };
    assert_eq!(text(again(-0.5).unwrap()), "right");
    assert_eq!(text(again(-2.0).unwrap()), "ight");
}

#[test]
fn sure_words_of_another_script_replace_those_that_make_no_sense() {
    let first = || reading(&[("hello", 0.99), ("npwBeT", 0.6)], -1.0);
    assert!(first().may_have_foreign_words());
    assert!(!reading(&[("hello", 0.8), ("f", 0.1)], -1.0).may_have_foreign_words(), "one sign");
    let text = |word: &'static str, confidence| {
        let read = |_| Ok(reading(&[(word, confidence)], -9.0));
        let line = first().reread_foreign(read, |it| !it.is_ascii()).unwrap();
        line.into_line(Quad::upright(0.0, 0.0, 9.0, 9.0)).unwrap().text()
    };
    assert_eq!(text("привет", 0.9), "hello привет");
    assert_eq!(text("привет", 0.7), "hello npwBeT", "it is not sure");
    assert_eq!(text("npivet", 0.9), "hello npwBeT", "it has no letter of its own");
}

#[test]
fn words_with_another_reading_are_replaced() {
    let line = reading(&[("12", 0.99), ("kA", 0.4), ("each", 0.99)], -1.0);
    let other = reading(&[("k", 0.9), ("Ω", 0.9)], -1.0);
    let corrected = line.corrected(vec![None, Some(other.within(10..20)), None]);
    assert_eq!(*corrected.text(), "12 k Ω each");
    let columns = corrected.words.iter().map(|word| word.columns.clone());
    assert_eq!(columns.collect::<Vec<_>>(), [0..10, 10..15, 15..20, 20..30]);
}

#[test]
fn only_doubtful_words_are_read_again_together_with_doubtful_neighbours() {
    let line = [("sure", 0.99), ("a", 0.1), ("b", 0.2), ("sure", 0.99), ("c", 0.3)];
    let asked = std::cell::RefCell::new(Vec::new());
    let again = reading(&line, -5.0).reread_doubtful(|place| {
        asked.borrow_mut().push(place.clone());
        let words = if place.start < 0.5 { vec![("A B", 0.99)] } else { vec![] };
        Ok(reading(&words, -1.0))
    });
    let line = again.unwrap().into_line(Quad::upright(0.0, 0.0, 9.0, 9.0)).unwrap();
    assert_eq!(line.text(), "sure A B sure c");
    assert_eq!(asked.into_inner(), [0.2..0.6, 0.8..1.0]);
}
