//! Figures as bars: parts of a whole, and values of one unit beside each other.
//!
//! In: figures of a result. Out: a [`Bar`] for each that can be compared with something. Always: a bar is as long as its
//! value; values of different units are never measured against each other.

use super::views::Bar;

use crate::source::facts::Figure;

/// What becomes of figures without a unit and without a total.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counts {
    /// They count different things, and none is measured against another.
    Apart,
    /// Somebody asked for a chart of just these.
    Together,
}

/// The bar of each figure, where there is one.
pub fn bars(figures: &[&Figure], counts: Counts) -> Vec<Option<Bar>> {
    let bar = |figure: &&Figure| match share(figure) {
        Some(share) => Some(Bar { part: thousandths(share), of_whole: true }),
        None if figure.unit.is_none() && counts == Counts::Apart => None,
        None => {
            let alike = figures.iter().filter(|other| other.unit == figure.unit && share(other).is_none());
            let values: Vec<f64> = alike.map(|figure| figure.value).collect();
            let largest = values.iter().copied().fold(0.0, f64::max);
            let can_be_drawn = values.len() > 1 && largest > 0.0 && values.iter().all(|value| *value >= 0.0);
            can_be_drawn.then(|| Bar { part: thousandths(figure.value / largest), of_whole: false })
        }
    };
    figures.iter().map(bar).collect()
}

/// The part of its whole that a figure is, from 0 to 1; `None` where it has none, or says more than all.
fn share(figure: &Figure) -> Option<f64> {
    let share = match (figure.of, figure.unit.as_deref()) {
        (Some(total), _) => figure.value / total,
        (None, Some("percent" | "%")) => figure.value / 100.0,
        (None, _) => return None,
    };
    (0.0..=1.0).contains(&share).then_some(share)
}

fn thousandths(part: f64) -> u16 {
    (part * 1000.0).round() as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::LocalId;

    fn figure(value: f64, unit: Option<&str>, of: Option<f64>) -> Figure {
        Figure { id: LocalId("x".to_owned()), value, unit: unit.map(str::to_owned), of }
    }

    fn parts(figures: &[Figure], counts: Counts) -> Vec<Option<(u16, bool)>> {
        let figures: Vec<&Figure> = figures.iter().collect();
        bars(&figures, counts).into_iter().map(|bar| bar.map(|bar| (bar.part, bar.of_whole))).collect()
    }

    #[test]
    fn a_part_is_shown_of_its_whole() {
        let figures =
            [figure(614.0, None, Some(995.0)), figure(89.0, Some("percent"), None), figure(995.0, None, None)];
        assert_eq!(parts(&figures, Counts::Apart), [Some((617, true)), Some((890, true)), None]);
    }

    #[test]
    fn only_what_has_one_unit_is_compared() {
        let figures =
            [figure(4000.0, Some("EUR"), None), figure(1000.0, Some("EUR"), None), figure(7.0, Some("CZK"), None)];
        assert_eq!(parts(&figures, Counts::Together), [Some((1000, false)), Some((250, false)), None]);
        let counts = [figure(24.0, None, None), figure(96.0, None, None)];
        assert_eq!(parts(&counts, Counts::Apart), [None, None]);
        assert_eq!(parts(&counts, Counts::Together), [Some((250, false)), Some((1000, false))]);
    }

    #[test]
    fn what_cannot_be_a_bar_is_none() {
        let odd = [
            figure(5.0, None, Some(0.0)),
            figure(120.0, Some("percent"), None),
            figure(-1.0, Some("EUR"), None),
            figure(2.0, Some("EUR"), None),
            figure(f64::NAN, None, Some(2.0)),
        ];
        assert_eq!(parts(&odd, Counts::Apart), [None; 5]);
    }
}
