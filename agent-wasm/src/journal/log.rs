//! Writing a journal, and giving back the space of what is acknowledged.

use super::frame::{self, NO_BATCH};

/// The browser does not write any more: the quota is used up, or storage was cleared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser refuses to write the journal")]
pub struct Refused;

/// A file that nobody else has open. What a call wrote survives the end of the process.
pub trait File {
    /// Writes bytes at a position.
    fn write(&mut self, at: usize, bytes: &[u8]) -> Result<(), Refused>;
    /// Reads that many bytes at a position.
    fn read(&mut self, at: usize, length: usize) -> Result<Vec<u8>, Refused>;
    /// Cuts the file off behind that many bytes.
    fn truncate(&mut self, length: usize) -> Result<(), Refused>;
}

/// The journal of one recorder core.
#[derive(Debug)]
pub struct Log<F> {
    file: F,
    length: usize,
    /// The batches that are not done, by number, with where they begin.
    open: Vec<(u32, usize)>,
    is_held_back: bool,
}

impl<F: File> Log<F> {
    /// Begins a journal in an empty file.
    pub const fn new(file: F) -> Self {
        Self {
            file,
            length: 0,
            open: Vec::new(),
            is_held_back: false,
        }
    }

    /// What is written from now on is not to be sent before [`Log::release`].
    pub const fn hold_back(&mut self) {
        self.is_held_back = true;
    }

    /// All that is in it may be sent.
    pub fn release(&mut self) -> Result<(), Refused> {
        self.is_held_back = false;
        self.write(NO_BATCH, &[])
    }

    /// Adds a chunk of a batch.
    pub fn append(&mut self, batch: u32, chunk: &[u8]) -> Result<(), Refused> {
        if self.open.iter().all(|&(number, _)| number != batch) {
            self.open.push((batch, self.length));
        }
        self.write(batch, chunk)
    }

    /// A batch is not needed any more, as it was acknowledged or given up.
    pub fn finish(&mut self, batch: u32) -> Result<(), Refused> {
        let Some(position) = self.open.iter().position(|&(number, _)| number == batch) else {
            return Ok(());
        };
        self.open.remove(position);
        if self.size_bytes() <= self.first() {
            self.give_back()
        } else {
            self.write(batch, &[])
        }
    }

    /// Nothing of it is needed any more.
    pub fn clear(&mut self) -> Result<(), Refused> {
        self.open.clear();
        self.give_back()
    }

    /// Bytes from the first batch that is not done to the end.
    pub fn size_bytes(&self) -> usize {
        self.length - self.first()
    }

    /// Moves what is needed to the front, once it is not longer than what stands before it. So every
    /// byte is moved at most once for one that is given back, and a move that is cut short has not
    /// touched what it moves.
    fn give_back(&mut self) -> Result<(), Refused> {
        let (first, kept) = (self.first(), self.size_bytes());
        let bytes = self.file.read(first, kept)?;
        self.file.write(0, &bytes)?;
        self.file.truncate(kept)?;
        for (_, begins) in &mut self.open {
            *begins -= first;
        }
        self.length = kept;
        Ok(())
    }

    fn first(&self) -> usize {
        self.open.first().map_or(self.length, |&(_, begins)| begins)
    }

    fn write(&mut self, batch: u32, body: &[u8]) -> Result<(), Refused> {
        let bytes = frame::encode(batch, body, self.is_held_back);
        self.file.write(self.length, &bytes)?;
        self.length += bytes.len();
        Ok(())
    }
}
