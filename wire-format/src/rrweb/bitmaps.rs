//! Pictures of canvases, as the commands that draw them.

use crate::id::NodeId;
use crate::mirror::Mirror;

/// Size of a canvas that does not say how large it is, in pixels.
const DEFAULT_WIDTH: u32 = 300;
const DEFAULT_HEIGHT: u32 = 150;

/// JSON of the commands that draw a picture over a whole canvas; `None` if there is no such canvas.
pub(super) fn drawing(mirror: &Mirror, canvas: NodeId, picture: &[u8]) -> Option<String> {
    let element = mirror.node(canvas)?.element()?;
    let side = |name: &str, default: u32| {
        element
            .attribute(name)
            .and_then(|value| value.trim().parse().ok())
            .unwrap_or(default)
    };
    let (width, height) = (side("width", DEFAULT_WIDTH), side("height", DEFAULT_HEIGHT));
    let bytes = format!(
        r#"{{"rr_type":"ArrayBuffer","base64":"{}"}}"#,
        base64(picture)
    );
    let blob = format!(r#"{{"rr_type":"Blob","data":[{bytes}],"type":"image/webp"}}"#);
    let bitmap = format!(r#"{{"rr_type":"ImageBitmap","args":[{blob}]}}"#);
    let clear = format!(r#"{{"property":"clearRect","args":[0,0,{width},{height}]}}"#);
    let draw = format!(r#"{{"property":"drawImage","args":[{bitmap},0,0,{width},{height}]}}"#);
    Some(format!("[{clear},{draw}]"))
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, place| {
            bits << 8 | u32::from(group.get(place).copied().unwrap_or(0))
        });
        for place in 0..4 {
            let digit = ALPHABET.get((bits >> (18 - 6 * place)) as usize & 63);
            let is_padding = place > group.len();
            text.push(if is_padding {
                '='
            } else {
                digit.map_or('=', |&digit| char::from(digit))
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn bytes_become_base64_as_the_standard_has_it() {
        let examples = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (bytes, text) in examples {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff]), "+/8=");
    }
}
