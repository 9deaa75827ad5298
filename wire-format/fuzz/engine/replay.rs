//! [`wire_format_fuzz::replay`] under libFuzzer.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| wire_format_fuzz::replay(input));
