//! How long each stage of a build took.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::machine::duration;

/// Counts time from when it was made.
pub(super) struct Timings {
    began: Instant,
    /// Each stage and when it ended.
    ends: Mutex<Vec<(&'static str, Duration)>>,
}

impl Timings {
    pub fn begin() -> Timings {
        Timings { began: Instant::now(), ends: Mutex::default() }
    }

    /// A stage has ended.
    pub fn end(&self, stage: &'static str) {
        self.ends.lock().expect("no thread fails while it notes a time").push((stage, self.began.elapsed()));
    }

    /// The stages with how long each took; one that came again counts as one.
    fn stages(&self) -> Vec<(&'static str, Duration)> {
        let mut stages: Vec<(&'static str, Duration)> = Vec::new();
        let mut before = Duration::ZERO;
        for (stage, end) in self.ends.lock().expect("no thread fails while it notes a time").iter() {
            let took = *end - before;
            before = *end;
            match stages.iter_mut().find(|(known, _)| known == stage) {
                Some((_, all)) => *all += took,
                None => stages.push((stage, took)),
            }
        }
        stages
    }

    /// `0.38 s (pages 0.30 s, parse 51 ms)`: what took a tenth of the time or more.
    pub fn short(&self) -> String {
        let all = self.began.elapsed();
        let mut long: Vec<_> = self.stages().into_iter().filter(|(_, took)| *took * 10 >= all).collect();
        long.sort_by_key(|(_, took)| std::cmp::Reverse(*took));
        let long: Vec<String> = long.iter().map(|(stage, took)| format!("{stage} {}", duration(*took))).collect();
        let listed = if long.is_empty() { String::new() } else { format!(" ({})", long.join(", ")) };
        format!("{}{listed}", duration(all))
    }

    /// A line for each stage, in milliseconds.
    pub fn table(&self) -> String {
        let line = |(stage, took): &(&str, Duration)| format!("{:>10.1} ms  {stage}\n", took.as_secs_f64() * 1000.0);
        let all = ("in all", self.began.elapsed());
        self.stages().iter().chain([&all]).map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_that_comes_again_is_one() {
        let timings = Timings::begin();
        for stage in ["scan", "pages", "scan"] {
            timings.end(stage);
        }
        let names: Vec<_> = timings.stages().into_iter().map(|(stage, _)| stage).collect();
        assert_eq!(names, ["scan", "pages"]);
        assert_eq!(timings.table().lines().count(), 3);
    }
}
