//! [`wire_format_fuzz::round_trip`] under libFuzzer.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| wire_format_fuzz::round_trip(input));
