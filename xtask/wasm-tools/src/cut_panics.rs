//! Takes out of a module what panics say: `cut-panics FROM TO`. Where nobody reads the message of a
//! panic, the code that words it and the names of the files it names are kilobytes for nothing. A panic
//! still ends the program.

use std::env;
use std::process::ExitCode;

use walrus::{FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module};

/// Parts of the mangled names of what the standard library calls to panic. None of it returns.
const PANICKING: [&str; 9] = [
    "4core9panicking",
    "6option13expect_failed",
    "6option13unwrap_failed",
    "6result13unwrap_failed",
    "slice_index_fail",
    "slice_error_fail",
    "5alloc18handle_alloc_error",
    "7raw_vec12handle_error",
    "7raw_vec17capacity_overflow",
];

/// How the names of source files begin, which are in a module only for panics to say where they were.
const PLACES: [&[u8]; 5] = [
    b"/usr/lib/rustlib/",
    b"/rustc/",
    b"cargo/registry/",
    b"agent-wasm/src/",
    b"wire-format/src/",
];

fn main() -> ExitCode {
    let files: Vec<String> = env::args().skip(1).collect();
    let [from, to] = files.as_slice() else {
        eprintln!("usage: cut-panics FROM TO");
        return ExitCode::FAILURE;
    };
    match cut(from, to) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:?}");
            ExitCode::FAILURE
        }
    }
}

fn cut(from: &str, to: &str) -> walrus::Result<()> {
    let mut module = Module::from_file(from)?;
    let panicking: Vec<FunctionId> = module
        .funcs
        .iter_local()
        .filter(|(id, function)| is_panicking(&module, *id, function))
        .map(|(id, _)| id)
        .collect();
    for id in panicking {
        let trap = trap_like(&mut module, id);
        module.funcs.get_mut(id).kind = FunctionKind::Local(trap);
    }
    let segments: Vec<_> = module.data.iter().map(|segment| segment.id()).collect();
    for id in segments {
        blank_places(&mut module.data.get_mut(id).value);
    }
    module.emit_wasm_file(to)
}

/// Puts zeros in the place of names of source files, which then take no space in what is compressed.
fn blank_places(data: &mut [u8]) {
    for begins in PLACES {
        let mut from = 0;
        while let Some(place) = find(data, begins, from) {
            from = place + begins.len();
            let is_path = |byte: &&mut u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
            let name = data.iter_mut().skip(place).take_while(is_path);
            let mut name: Vec<&mut u8> = name.collect();
            let letters: Vec<u8> = name.iter().map(|byte| **byte).collect();
            if let Some(ends) = find(&letters, b".rs", 0) {
                name.iter_mut().take(ends + 3).for_each(|byte| **byte = 0);
            }
        }
    }
}

fn find(data: &[u8], what: &[u8], from: usize) -> Option<usize> {
    let mut windows = data.get(from..)?.windows(what.len());
    windows
        .position(|window| window == what)
        .map(|at| from + at)
}

fn is_panicking(module: &Module, id: FunctionId, function: &LocalFunction) -> bool {
    let returns = !module.types.results(function.ty()).is_empty();
    let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
    !returns && PANICKING.iter().any(|part| name.contains(part))
}

/// A function of the same type that does nothing but trap.
fn trap_like(module: &mut Module, id: FunctionId) -> LocalFunction {
    let (parameters, results) = module.types.params_results(module.funcs.get(id).ty());
    let (parameters, results) = (parameters.to_vec(), results.to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    builder.func_body().unreachable();
    let arguments = parameters
        .iter()
        .map(|&kind| module.locals.add(kind))
        .collect();
    builder.local_func(arguments)
}
