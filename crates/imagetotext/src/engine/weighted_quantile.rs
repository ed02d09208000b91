//! Quantiles of values that count more or less.

/// The value at or below which this `part`, 0 to 1, of all weights is, of values with their weights; `None` without any.
pub(super) fn weighted_quantile(mut values: Vec<(f32, f32)>, part: f32) -> Option<f32> {
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut left = part * values.iter().map(|(_, weight)| weight).sum::<f32>();
    let reached = values.iter().find(|(_, weight)| {
        left -= weight;
        left <= 0.0
    });
    reached.or(values.last()).map(|(value, _)| *value)
}

#[cfg(test)]
mod tests {
    use super::weighted_quantile;

    #[test]
    fn weights_count() {
        let values = || vec![(30.0, 1.0), (10.0, 3.0), (20.0, 1.0)];
        assert_eq!(weighted_quantile(values(), 0.5), Some(10.0));
        assert_eq!(weighted_quantile(values(), 0.75), Some(20.0));
        assert_eq!(weighted_quantile(values(), 1.0), Some(30.0));
        assert_eq!(weighted_quantile(Vec::new(), 0.5), None);
    }
}
