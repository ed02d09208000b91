//! Compares the order of two readings.

/// How many of the things that both have stand elsewhere among the others: the fewest that must move to
/// get one order from the other.
pub(super) fn moved(a: &[Option<usize>], b: &[Option<usize>]) -> usize {
    let mut both: Vec<(usize, usize)> =
        a.iter().zip(b).filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
    both.sort_unstable();
    // The ends of the best increasing subsequences of each length (patience sorting).
    let mut ends: Vec<usize> = Vec::new();
    for (_, place) in &both {
        let at = ends.partition_point(|end| end < place);
        if at == ends.len() {
            ends.push(*place);
        } else {
            ends[at] = *place;
        }
    }
    both.len() - ends.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moved_is_counted() {
        let order = [0, 1, 2, 3].map(Some);
        assert_eq!(moved(&order, &order), 0);
        assert_eq!(moved(&order, &[Some(9), Some(10), Some(11), Some(2)]), 1);
        assert_eq!(moved(&order, &[Some(7), Some(8), Some(0), Some(1)]), 2);
        assert_eq!(moved(&order, &[Some(3), Some(2), Some(1), Some(0)]), 3);
    }

    #[test]
    fn what_is_missing_moves_nothing() {
        assert_eq!(moved(&[Some(0), None, Some(2)], &[Some(5), Some(1), Some(6)]), 0);
        assert_eq!(moved(&[], &[]), 0);
    }
}
