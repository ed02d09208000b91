//! Disjoint sets of numbers that are joined one after the other (union-find).

/// Sets of the numbers from 0; at first each is in a set of its own.
#[derive(Debug)]
pub(super) struct DisjointSets {
    parents: Vec<usize>,
}

impl DisjointSets {
    pub(super) fn new(count: usize) -> Self {
        Self { parents: (0..count).collect() }
    }

    /// The number that stands for the set of another one.
    pub(super) fn find(&mut self, mut member: usize) -> usize {
        while self.parents[member] != member {
            self.parents[member] = self.parents[self.parents[member]];
            member = self.parents[member];
        }
        member
    }

    /// Joins two sets; what stood for the first stands for both.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let [one, other] = [one, other].map(|it| self.find(it));
        self.parents[other] = one;
    }
}
