//! How long the list of sessions and searches in it take at 100,000 sessions, asked over HTTP of the edge in
//! the runtime that `MONITORME_RUNTIME` names. `cargo xtask bench index` runs it for SQLite and PostgreSQL.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark may fail loudly, and prints what it finds"
)]

use std::time::{Duration, Instant};

use monitorme_tests::client::Client;
use monitorme_tests::edge::Edge;
use serde_json::Value;

const SESSIONS: u32 = 100_000;
/// Requests of each kind, in turns.
const ROUNDS: usize = 100;

/// One session every 25 s. One of 20 is in trouble, one of 5,000 of a given visitor.
fn sessions() -> String {
    format!(
        "insert into sessions (id, project_id, previous_id, started_at_ms, ended_at_ms, active_ms, entry_url,
           exit_url, user_id, user_traits, user_agent, country, browser, browser_version, os, device, views,
           clicks, errors, rage_clicks, failed_requests, batches, missing_batches, records, size_bytes)
         with recursive numbers(number) as (
           select 1 union all select number + 1 from numbers where number < {SESSIONS}
         )
         select '00000000-0000-4000-8000-' || substr(cast(100000000000 + number as text), 1, 12), 'demo', null,
           1790000000000 + number * 25000, 1790000000000 + number * 25000 + 1000 * (number % 600), 60000,
           'https://shop.example/', 'https://shop.example/products/' || cast(number % 1000 as text),
           'visitor-' || cast(number % 5000 as text) || '@shop.example', '{{\"plan\":\"pro\"}}',
           'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0',
           case number % 50 when 0 then 'NZ' else 'DE' end,
           case number % 10 when 0 then 'Firefox' else 'Chrome' end, 142, 'Windows', 'desktop', 4, 12,
           case number % 40 when 0 then 1 else 0 end, case number % 400 when 0 then 1 else 0 end,
           case number % 40 when 20 then 1 else 0 end, 60, 0, 6000, 300000
         from numbers"
    )
}

const SEARCHES: [(&str, &str); 9] = [
    ("the newest", ""),
    ("of a visitor", "user=visitor-77@shop.example"),
    ("with errors", "has=errors"),
    ("with rage clicks and errors", "has=rage_clicks&has=errors"),
    ("of a day", "from_ms=1791000000000&to_ms=1791086400000"),
    (
        "in one browser, of one country",
        "browser=Firefox&country=NZ",
    ),
    ("that ended at an address", "url=/products/77"),
    ("of more than 9 minutes", "duration_ms_min=540000"),
    ("of a country that nobody is from", "country=XX"),
];

fn main() {
    let edge = Edge::start_fresh("bench-index");
    edge.make_owner();
    let owner = edge.owner();
    edge.stores().execute_in_index(&sessions());
    println!("| Sessions of {SESSIONS} | found | median ms | p95 ms | to the end |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    let mut times = vec![Vec::new(); SEARCHES.len()];
    let mut found = vec![0; SEARCHES.len()];
    for _ in 0..ROUNDS {
        for (place, (_, query)) in SEARCHES.iter().enumerate() {
            let (page, time) = ask(&owner, query, None);
            times[place].push(time);
            found[place] = page["sessions"].as_array().unwrap().len();
        }
    }
    for (place, (name, query)) in SEARCHES.iter().enumerate() {
        times[place].sort_unstable();
        let at = |share: f64| times[place][(share * ROUNDS as f64) as usize].as_secs_f64() * 1e3;
        println!(
            "| {name} | {} | {:.1} | {:.1} | {} |",
            found[place],
            at(0.5),
            at(0.95),
            to_the_end(&owner, query)
        );
    }
}

fn ask(owner: &Client, query: &str, before: Option<&str>) -> (Value, Duration) {
    let before = before.map_or(String::new(), |before| format!("&before={before}"));
    let path = format!("/api/sessions?limit=50&{query}{before}");
    let path = path.replace("&&", "&");
    let started = Instant::now();
    let page = owner.get(&path).json();
    (page, started.elapsed())
}

/// What it takes to find all of them, page by page, if they are not too many.
fn to_the_end(owner: &Client, query: &str) -> String {
    const PAGES_MAX: usize = 60;
    let (mut before, mut count, started) = (None::<String>, 0, Instant::now());
    for pages in 1..=PAGES_MAX {
        let (page, _) = ask(owner, query, before.as_deref());
        count += page["sessions"].as_array().unwrap().len();
        match page["next"].as_str() {
            Some(next) => before = Some(next.to_owned()),
            None => {
                let time_ms = started.elapsed().as_millis();
                return format!("{count} on {pages} pages, {time_ms} ms");
            }
        }
    }
    format!("more than {PAGES_MAX} pages")
}
