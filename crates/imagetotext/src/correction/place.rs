//! Where words and lines are in the picture that nobody has read there.

use crate::document::Quad;

/// The part of a quad between two shares of its length, 0 to 1.
pub(super) fn part(quad: &Quad, from: f32, to: f32) -> Quad {
    let [tl, tr, br, bl] = quad.0;
    let between = |a: [f32; 2], b: [f32; 2], at: f32| [0, 1].map(|i| a[i] + (b[i] - a[i]) * at);
    Quad([between(tl, tr, from), between(tl, tr, to), between(bl, br, to), between(bl, br, from)])
}

/// The quad from the begin of one to the end of another that follows it in its line.
pub(super) fn around(first: &Quad, last: &Quad) -> Quad {
    Quad([first.0[0], last.0[1], last.0[2], first.0[3]])
}

/// The part of a line from the begin of one of its words to the end of another.
pub(super) fn part_of_line(line: &Quad, first: &Quad, last: &Quad) -> Quad {
    let [length, _] = line.seen(line.start(), line.end());
    let share = |point: [f32; 2]| {
        let [along, _] = line.seen(line.start(), point);
        if length > 0.0 { (along / length).clamp(0.0, 1.0) } else { 0.0 }
    };
    let (from, to) = (share(first.start()), share(last.end()));
    part(line, from, to.max(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_lie_in_their_line() {
        let line = Quad::upright(10.0, 0.0, 110.0, 20.0);
        assert_eq!(part(&line, 0.5, 1.0), Quad::upright(60.0, 0.0, 110.0, 20.0));
        let [first, last] = [20.0, 40.0].map(|left| Quad::upright(left, 5.0, left + 10.0, 15.0));
        assert_eq!(part_of_line(&line, &first, &last), Quad::upright(20.0, 0.0, 50.0, 20.0));
        assert_eq!(around(&first, &last), Quad::upright(20.0, 5.0, 50.0, 15.0));
        let point = Quad::upright(3.0, 3.0, 3.0, 3.0);
        assert_eq!(part_of_line(&point, &first, &last), point);
    }
}
