//! The law of the preview: after any edits, what is sent is what a cold build of the same sources writes; where that finds
//! errors, one of them is told.
//!
//! `MENSI_SERVE_CASES` is the number of sequences. One that fails names its seed; with `MENSI_SERVE_SEED` set to it and
//! one case it is run again.

use std::collections::BTreeSet;
use std::env;
use std::time::SystemTime;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use crate::common::{Run, Site};
use crate::edits::{Call, Step, step};
use crate::model::Model;
use crate::served::{Served, eventually, serve};
use crate::world::{World, output};

const CASES: u64 = 6;

#[test]
fn what_is_sent_equals_what_a_build_writes() {
    let number = |name: &str| env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let clock = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |now| now.as_micros() as u64);
    let (cases, first) = (number("MENSI_SERVE_CASES").unwrap_or(CASES), number("MENSI_SERVE_SEED").unwrap_or(clock));
    let (mut steps, mut failed) = (0, 0);
    for case in 0..cases {
        let seed = first.wrapping_add(case);
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
        let edits = prop::collection::vec(step(), 4..12).new_tree(&mut runner).expect("some steps").current();
        println!("MENSI_SERVE_SEED={seed} MENSI_SERVE_CASES=1");
        let (of, wrong) = sequence(&edits);
        steps += of;
        failed += wrong;
    }
    println!("{cases} sequences, {steps} saves of which {failed} had errors");
}

/// How many saves there were, and how many with errors.
fn sequence(steps: &[Step]) -> (usize, usize) {
    let mut model = Model::start();
    let mut world = World::new(&model);
    let call = plain(&steps[0].call);
    let args: &[&str] = if call.drafts { &["--drafts", "--as-of", call.day] } else { &["--as-of", call.day] };
    let served = serve(&world.site, args);
    let mut good = model.clone();
    let mut paths = BTreeSet::new();
    let mut failed = 0;
    for (number, step) in steps.iter().enumerate() {
        step.edits.iter().for_each(|edit| model.apply(edit));
        world.save(model.files(), step.save, &call);
        // The next save comes while the site is made of this one.
        if step.again && number + 1 < steps.len() {
            continue;
        }
        let scratch = Site::new(&model.files());
        let cold = call.run(&scratch, &[]);
        let place = format!("step {number}, {step:?}");
        if cold.code == 0 {
            let site = output(&scratch, call.output());
            eventually(&place, || {
                let differs = served.differs(&site, paths.iter()).or_else(|| served.problem());
                differs.map_or(Ok(()), |differs| Err(format!("{differs}\n{:?}", served.said())))
            });
            paths.extend(site.into_keys());
            good = model.clone();
        } else {
            eventually(&place, || is_told(&served, &cold));
            failed += 1;
            if step.mend {
                model = good.clone();
            }
        }
    }
    (steps.len(), failed)
}

/// What `serve` can do of a call.
fn plain(call: &Call) -> Call {
    Call { base_url: false, links_to_files: false, mirror: false, elsewhere: false, ..call.clone() }
}

fn is_told(served: &Served, cold: &Run) -> Result<(), String> {
    let told = served.problem();
    let errors: Vec<String> = cold
        .out
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|finding| finding["severity"] == "error")
        .map(|finding| format!("error[{}]", finding["code"].as_str().unwrap_or_default()))
        .collect();
    match &told {
        Some(told) if errors.iter().any(|error| told.contains(error)) => Ok(()),
        _ => Err(format!("{errors:?} are not told: {told:?}")),
    }
}
