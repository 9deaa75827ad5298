//! [`wire_format_fuzz::decode`] under libFuzzer.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| wire_format_fuzz::decode(input));
