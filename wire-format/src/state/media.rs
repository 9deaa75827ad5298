/// What a video or an audio element does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Media {
    /// Whether it plays.
    pub is_playing: bool,
    /// Whether it is muted.
    pub is_muted: bool,
    /// Whether it starts over at its end.
    pub is_looping: bool,
    /// Where in the medium it is, in milliseconds.
    pub position_ms: u32,
    /// From 0 to 100.
    pub volume_percent: u32,
    /// How fast it plays; 100 is as it was recorded.
    pub rate_percent: u32,
}

const PLAYING: u32 = 1;
const MUTED: u32 = 2;
const LOOPING: u32 = 4;

impl Media {
    /// Puts a medium together from what stands on the wire.
    pub const fn from_numbers(
        [flags, position_ms, volume_percent, rate_percent]: [u32; 4],
    ) -> Self {
        Self {
            is_playing: flags & PLAYING != 0,
            is_muted: flags & MUTED != 0,
            is_looping: flags & LOOPING != 0,
            position_ms,
            volume_percent,
            rate_percent,
        }
    }

    /// What stands on the wire.
    pub const fn to_numbers(self) -> [u32; 4] {
        let flags = (self.is_playing as u32 * PLAYING)
            | (self.is_muted as u32 * MUTED)
            | (self.is_looping as u32 * LOOPING);
        [
            flags,
            self.position_ms,
            self.volume_percent,
            self.rate_percent,
        ]
    }
}
