//! Maps from nodes. Walking a document asks for every node several times, so their hash is the
//! cheapest that a hostile sender cannot aim at.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::id::NodeId;

/// What is known of nodes.
pub type NodeMap<V> = HashMap<NodeId, V, NodeHashing>;

/// Multiplies ids by one odd number (Dietzfelbinger et al., "A Reliable Randomized Algorithm for the
/// Closest-Pair Problem", 1997).
#[derive(Clone, Debug)]
pub struct NodeHashing {
    multiplier: u64,
}

/// What maps multiply by that are made from now on; 2⁶⁴ divided by the golden ratio at first.
static MULTIPLIER: AtomicU64 = AtomicU64::new(0x9e37_79b9_7f4a_7c15);

impl NodeHashing {
    /// Draws the number for the maps to come. Who reads what strangers sent calls this first: the
    /// standard library has no chance to draw from in WebAssembly.
    pub fn randomize(random: u64) {
        MULTIPLIER.store(random | 1, Ordering::Relaxed);
    }
}

impl Default for NodeHashing {
    fn default() -> Self {
        Self {
            multiplier: MULTIPLIER.load(Ordering::Relaxed),
        }
    }
}

impl BuildHasher for NodeHashing {
    type Hasher = NodeHasher;

    fn build_hasher(&self) -> NodeHasher {
        NodeHasher(self.multiplier)
    }
}

/// The product of what was written.
#[derive(Debug)]
pub struct NodeHasher(u64);

impl Hasher for NodeHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(byte.into());
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = self.0.wrapping_mul(number.into());
    }

    /// Only the upper half of a product depends on all bits of both factors; tables look at the
    /// lower half first.
    fn finish(&self) -> u64 {
        self.0.rotate_left(32)
    }
}
