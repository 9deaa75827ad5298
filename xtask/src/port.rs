//! Ports on this machine.

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};

/// Why a port cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PortError {
    #[error("port {port} is taken by another program; choose another one with {option} <PORT>")]
    Taken { port: u16, option: &'static str },

    #[error("no free port was found")]
    NoneFree(#[from] io::Error),
}

/// A port somebody asked for, and the option they can ask for another one with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Port {
    pub(crate) number: u16,
    pub(crate) option: &'static str,
}

/// The port asked for if it is free; any free one for 0.
pub(crate) fn choose(asked: Port) -> Result<u16, PortError> {
    if asked.number == 0 {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        return Ok(listener.local_addr()?.port());
    }
    // A browser asks `localhost` at both addresses, so a stranger on either would answer it.
    let addresses = [
        SocketAddr::from((Ipv4Addr::LOCALHOST, asked.number)),
        SocketAddr::from((Ipv6Addr::LOCALHOST, asked.number)),
    ];
    match addresses.into_iter().any(is_taken) {
        true => Err(PortError::Taken {
            port: asked.number,
            option: asked.option,
        }),
        false => Ok(asked.number),
    }
}

/// Other errors, such as a machine without IPv6, do not mean that somebody is there.
fn is_taken(address: SocketAddr) -> bool {
    TcpListener::bind(address).is_err_and(|error| error.kind() == io::ErrorKind::AddrInUse)
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener};

    use super::{Port, PortError, choose};

    #[test]
    fn zero_means_any_free_port() {
        assert_ne!(
            choose(Port {
                number: 0,
                option: "--port"
            })
            .unwrap(),
            0
        );
    }

    #[test]
    fn a_taken_port_is_named_with_the_option_to_change_it() {
        let holder = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let number = holder.local_addr().unwrap().port();
        let refused = choose(Port {
            number,
            option: "--edge-port",
        })
        .unwrap_err();
        assert!(matches!(refused, PortError::Taken { port, .. } if port == number));
        assert!(refused.to_string().contains("--edge-port"));
    }
}
