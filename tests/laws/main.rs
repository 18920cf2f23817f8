//! The law of the cache: after any edits, a warm build says and writes what a cold one does, byte for byte.
//!
//! A site is edited at random and built into the same folder, with all that earlier builds left in `.mensi`; then the same
//! sources are built in a fresh folder. Exit codes, findings and every file must be the same; after an error the folder is as
//! it was. All of it through the program and the disk, so that nothing here knows what a cache holds.
//!
//! `MENSI_LAW_CASES` is the number of sequences. One that fails names its seed; with `MENSI_LAW_SEED` set to it and one
//! case it is run again.

#[path = "../common/mod.rs"]
mod common;
mod edits;
mod model;
mod tables;
mod world;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;
use std::time::SystemTime;

use common::{Run, Site, tree};
use edits::{Harm, Step, step};
use model::Model;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestError, TestRng, TestRunner};
use world::{Tree, World};

const CASES: u64 = 60;

/// How many builds there were, and how many of them found errors.
static BUILDS: AtomicUsize = AtomicUsize::new(0);
static FAILED: AtomicUsize = AtomicUsize::new(0);

#[test]
fn a_warm_build_equals_a_cold_one() {
    let number = |name: &str| env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let clock = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |now| now.as_micros() as u64);
    let (cases, first) = (number("MENSI_LAW_CASES").unwrap_or(CASES), number("MENSI_LAW_SEED").unwrap_or(clock));
    let next = AtomicU64::new(0);
    let work = || {
        while let case @ 0.. = next.fetch_add(1, Ordering::Relaxed)
            && case < cases
        {
            let seed = first.wrapping_add(case);
            if let Err(found) = sequence(seed) {
                next.store(cases, Ordering::Relaxed);
                return Some(format!("MENSI_LAW_SEED={seed} MENSI_LAW_CASES=1: {found}"));
            }
        }
        None
    };
    let threads = thread::available_parallelism().map_or(2, usize::from);
    let found: Vec<String> = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().filter_map(|thread| thread.join().expect("proptest catches what a test throws")).collect()
    });
    assert!(found.is_empty(), "{}", found.join("\n\n"));
    let (builds, failed) = (BUILDS.load(Ordering::Relaxed), FAILED.load(Ordering::Relaxed));
    println!("{cases} sequences, {builds} builds of which {failed} found errors");
    assert!(failed * 2 < builds || cases < 20, "most sites must build for the law to say much: {failed} of {builds}");
}

/// Else every sequence would begin with an error, and the law say little.
#[test]
fn the_site_that_is_edited_is_a_good_one() {
    let said = Site::new(&Model::start().files()).run(&["build", "--format", "short"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
}

/// One sequence of edits and builds; if the law does not hold, the shortest that was found in which it does not.
fn sequence(seed: u64) -> Result<(), String> {
    let config =
        ProptestConfig { cases: 1, max_shrink_iters: 150, failure_persistence: None, ..ProptestConfig::default() };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let steps = prop::collection::vec(step(), 2..8);
    TestRunner::new_with_rng(config, rng).run(&steps, |steps| law(&steps)).map_err(|error| match error {
        TestError::Fail(why, steps) => format!("{why}\nafter {steps:#?}"),
        TestError::Abort(why) => why.to_string(),
    })
}

fn law(steps: &[Step]) -> Result<(), TestCaseError> {
    let mut model = Model::start();
    let mut world = World::new(&model);
    let mut good = model.clone();
    // From then on a build may say that it could not use a harmed cache: a part of it is read when it is needed, that of
    // another output, say, builds later.
    let mut harmed = false;
    for (number, step) in steps.iter().enumerate() {
        step.edits.iter().for_each(|edit| model.apply(edit));
        world.save(model.files(), step.save, &step.call);
        let output = step.call.output();
        step.harm.iter().for_each(|harm| world.harm(harm, output));
        harmed |= step.harm.iter().any(Harm::is_to_cache);

        let before = world.outputs();
        let warm = step.call.run(&world.site, &[]);
        let scratch = Site::new(&model.files());
        let cold = step.call.run(&scratch, &[]);
        let place = format!("step {number}, {}", step.call.output());
        same_words(&warm, &cold, harmed).map_err(|why| TestCaseError::fail(format!("{place}: {why}")))?;
        let mut expected = before;
        if cold.code == 0 {
            let mut site = world::output(&scratch, output);
            site.extend(world.own(output));
            expected.insert(output, site);
        }
        let fail = |why: String| TestCaseError::fail(format!("{place}, exit code {}: {why}", cold.code));
        same_outputs(&world.outputs(), &expected).map_err(fail)?;
        world.remember();
        BUILDS.fetch_add(1, Ordering::Relaxed);
        FAILED.fetch_add(usize::from(cold.code != 0), Ordering::Relaxed);

        if step.again {
            let times = times(&world, output);
            let again = step.call.run(&world.site, &[]);
            same_words(&again, &cold, harmed).and_then(|()| same_outputs(&world.outputs(), &expected)).map_err(fail)?;
            prop_assert!(self::times(&world, output) == times, "{place}: a second build wrote something");
        }
        if cold.code == 0 {
            good = model.clone();
        } else if step.mend {
            model = good.clone();
        }
        if number + 1 == steps.len() && cold.code == 0 && *CAN_VERIFY {
            let verified = step.call.run(&world.site, &["--verify"]);
            prop_assert!(verified.code == 0, "{place}: build --verify says {verified:?}");
            same_outputs(&world.outputs(), &expected).map_err(fail)?;
        }
    }
    Ok(())
}

/// Whether the program has `build --verify`.
static CAN_VERIFY: LazyLock<bool> =
    LazyLock::new(|| Site::new(&common::Files::new()).run(&["build", "--help"]).out.contains("--verify"));

/// Exit codes, findings, the size of the site and the day on which it changes by itself. Of a harmed cache a warning may
/// be said.
fn same_words(warm: &Run, cold: &Run, harmed: bool) -> Result<(), String> {
    let of_cache = |line: &&str| {
        line.starts_with("{\"code\":\"") && line[9..].split('"').next().is_some_and(|code| code.contains("cache"))
    };
    let said: Vec<&str> = warm.out.lines().filter(|line| !(harmed && of_cache(line))).collect();
    let expected: Vec<&str> = cold.out.lines().collect();
    let about = |run: &Run| {
        // The second line is about time.
        let line = run.err.lines().next().unwrap_or_default();
        let size = line.split_once(" into ").map(|(size, _)| size.to_owned());
        let next = line.split_once(" by itself").map(|(before, why)| {
            let day = before.rsplit(". ").next().unwrap_or_default().to_owned();
            (day, why.split(')').next().unwrap_or_default().to_owned())
        });
        (size, next)
    };
    match warm.code == cold.code && said == expected && (cold.code != 0 || about(warm) == about(cold)) {
        true => Ok(()),
        false => Err(format!("the warm build says\n{warm:#?}\nand the cold one\n{cold:#?}")),
    }
}

fn same_outputs(found: &BTreeMap<&str, Tree>, expected: &BTreeMap<&str, Tree>) -> Result<(), String> {
    for (output, expected) in expected {
        let found = &found[output];
        let paths = found.keys().chain(expected.keys());
        let Some(path) = paths.filter(|path| found.get(*path) != expected.get(*path)).min() else { continue };
        let shown = |bytes: Option<&Vec<u8>>| {
            bytes.map_or("nothing".into(), |bytes| String::from_utf8_lossy(bytes).into_owned())
        };
        let (found, expected) = (shown(found.get(path)), shown(expected.get(path)));
        return Err(format!("{output}/{path} is\n{found}\nand must be\n{expected}"));
    }
    Ok(())
}

/// When each file of an output was written.
fn times(world: &World, output: &str) -> Vec<(String, SystemTime)> {
    let folder = world.site.root().join(output);
    let files = if folder.is_dir() { tree(&folder).into_keys().collect() } else { Vec::new() };
    let time = |path: String| {
        let time = fs::metadata(folder.join(&path)).and_then(|file| file.modified()).expect("it was just seen");
        (path, time)
    };
    files.into_iter().map(time).collect()
}
