//! Leaders that end at the next cell of their row, as in `Arson . . . . . | 9.8`: they say no more than the
//! tab between the cells.

use crate::document::{Line, Word};

/// Dots of a leader at least: three are an ellipsis.
const MIN_DOTS: usize = 4;

/// Removes the leaders at the ends of all cells of a row but the last; cells that are nothing else go. A cell with a leader
/// to a number is two.
pub(super) fn remove_leaders(cells: &mut Vec<Vec<Line>>) {
    for at in (0..cells.len()).rev() {
        if let [line] = cells[at].as_mut_slice()
            && let Some(number) = after_leader(line)
        {
            cells.insert(at + 1, vec![number]);
        }
    }
    let Some((_, followed)) = cells.split_last_mut() else { return };
    for cell in followed {
        if let Some(line) = cell.last_mut() {
            remove_trailing_leader(line);
        }
        cell.retain(|line| !line.words.is_empty());
    }
    cells.retain(|cell| !cell.is_empty());
}

/// Cuts off the number that a leader within a line leads to, and what follows.
fn after_leader(line: &mut Line) -> Option<Line> {
    let begins_with_digit =
        |word: &Word| word.text.chars().next().is_some_and(|it| it.is_ascii_digit());
    let is_leader = |word: &Word| is_dots(&word.text) && word.text.chars().count() >= MIN_DOTS;
    let at = line.words.windows(2).position(|two| is_leader(&two[0]) && begins_with_digit(&two[1]));
    let number = line.words.split_off(at.filter(|&at| at > 0)? + 1);
    let mut quad = line.quad;
    quad.0[0] = number[0].quad.0[0];
    quad.0[3] = number[0].quad.0[3];
    Some(Line { quad, words: number, ..line.clone() })
}

fn is_dots(word: &str) -> bool {
    word.chars().all(|character| matches!(character, '.' | '…' | '·'))
}

fn remove_trailing_leader(line: &mut Line) {
    let kept = line.words.iter().rposition(|word| !is_dots(&word.text)).map_or(0, |last| last + 1);
    let leader = &line.words[kept..];
    let dots: usize = leader.iter().map(|word| word.text.chars().count()).sum();
    // A leader that was read in parts is one with few dots as well.
    if dots < MIN_DOTS && leader.len() < 2 {
        return;
    }
    line.words.truncate(kept);
    if let Some(last) = line.words.last() {
        line.quad.0[1] = last.quad.0[1];
        line.quad.0[2] = last.quad.0[2];
    }
}

#[cfg(test)]
mod tests {
    use super::remove_leaders;
    use crate::layout::fixtures::typed;

    fn without_leaders(texts: &[&str]) -> Vec<String> {
        let cells = texts.iter().enumerate();
        let mut cells = cells.map(|(at, text)| vec![typed(text, 400.0 * at as f32, 0.0)]).collect();
        remove_leaders(&mut cells);
        cells.iter().map(|cell| cell[0].text()).collect()
    }

    #[test]
    fn a_leader_before_a_cell_goes_whole_or_in_parts() {
        assert_eq!(without_leaders(&["Arson ......", "9.8"]), ["Arson", "9.8"]);
        assert_eq!(without_leaders(&["Other assaults . ..", "9.8"]), ["Other assaults", "9.8"]);
        assert_eq!(without_leaders(&["Fraud", "........", "9.8"]), ["Fraud", "9.8"]);
    }

    #[test]
    fn a_leader_to_a_number_divides_a_cell() {
        assert_eq!(without_leaders(&["Fruit ....... 9.8 kg"]), ["Fruit", "9.8 kg"]);
        assert_eq!(without_leaders(&["A ....... 1.5", "7.0"]), ["A", "1.5", "7.0"]);
        for text in ["wait ....... then", "....... 12", "one ... 2"] {
            assert_eq!(without_leaders(&[text]), [text]);
        }
    }

    #[test]
    fn what_nothing_follows_or_what_is_an_ellipsis_stays() {
        assert_eq!(without_leaders(&["Name", "........"]), ["Name", "........"]);
        assert_eq!(without_leaders(&["And so on ...", "9.8"]), ["And so on ...", "9.8"]);
        assert_eq!(without_leaders(&["Name ......"]), ["Name ......"]);
    }

    #[test]
    fn the_line_ends_with_its_last_word() {
        let mut cells = vec![vec![typed("Arson .....", 0.0, 0.0)], vec![typed("9.8", 400.0, 0.0)]];
        remove_leaders(&mut cells);
        assert!((cells[0][0].quad.0[1][0] - 50.0).abs() < 0.1, "{:?}", cells[0][0].quad);
    }
}
