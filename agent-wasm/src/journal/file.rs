//! The file of a journal, in the browser: a `FileSystemSyncAccessHandle` of the page's origin.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use super::log::{File, Refused};

#[wasm_bindgen]
extern "C" {
    /// A file that only this worker has open.
    #[derive(Debug)]
    pub type FileHandle;

    #[wasm_bindgen(method, catch)]
    fn write(this: &FileHandle, bytes: &[u8], options: &JsValue) -> Result<f64, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn read(this: &FileHandle, into: &mut [u8], options: &JsValue) -> Result<f64, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn truncate(this: &FileHandle, length: f64) -> Result<(), JsValue>;
}

impl File for FileHandle {
    fn write(&mut self, at: usize, bytes: &[u8]) -> Result<(), Refused> {
        let written = FileHandle::write(self, bytes, &options(at));
        whole(written, bytes.len())
    }

    fn read(&mut self, at: usize, length: usize) -> Result<Vec<u8>, Refused> {
        let mut bytes = vec![0; length];
        let read = FileHandle::read(self, &mut bytes, &options(at));
        whole(read, length).map(|()| bytes)
    }

    fn truncate(&mut self, length: usize) -> Result<(), Refused> {
        FileHandle::truncate(self, length as f64).map_err(|_| Refused)
    }
}

fn options(at: usize) -> JsValue {
    let options = Object::new();
    // Setting a field of a plain object cannot fail.
    let _ = Reflect::set(&options, &"at".into(), &(at as f64).into());
    options.into()
}

fn whole(transferred: Result<f64, JsValue>, length: usize) -> Result<(), Refused> {
    match transferred {
        Ok(count) if count == length as f64 => Ok(()),
        _ => Err(Refused),
    }
}
