//! How much memory a function takes at once, counted by the allocator of every program that links
//! this crate. Each thread counts for itself, as tests run side by side.

#![allow(unsafe_code, reason = "an allocator is unsafe to implement")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// The most memory that a body below its limit may take while it is validated, itself included: 64 MB,
/// half of what a worker has for all that it does at once.
pub const VALIDATION_BYTES_MAX: usize = 64_000_000;

#[global_allocator]
static COUNTING: Counting = Counting;

thread_local! {
    /// Bytes that are allocated; negative if more was freed than allocated here.
    static HELD_BYTES: Cell<isize> = const { Cell::new(0) };
    static PEAK_BYTES: Cell<isize> = const { Cell::new(0) };
}

/// What a function returns, and how many bytes it held at most on this thread beyond what was held before.
pub fn peak_of<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = HELD_BYTES.get();
    PEAK_BYTES.set(before);
    let result = work();
    let peak_bytes = PEAK_BYTES.get() - before;
    (result, peak_bytes.cast_unsigned())
}

struct Counting;

impl Counting {
    fn count(bytes: isize) {
        let held = HELD_BYTES.get() + bytes;
        HELD_BYTES.set(held);
        PEAK_BYTES.set(PEAK_BYTES.get().max(held));
    }
}

// SAFETY: the system's allocator does all the work. To reallocate allocates anew, as is its default, so
// that both pieces count while one is copied to the other.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Self::count(layout.size().cast_signed());
        // SAFETY: the caller's promises are those that the system's allocator asks for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        Self::count(layout.size().cast_signed());
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        Self::count(-layout.size().cast_signed());
        // SAFETY: as above; all that was allocated came from there.
        unsafe { System.dealloc(pointer, layout) }
    }
}
