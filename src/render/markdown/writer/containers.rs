//! Blocks: callouts, pull quotes, pictures with a caption and figures at a glance.

use std::ops::Range;

use super::super::blocks::{self, Block, Line};
use super::super::{escape, text};
use super::{OpenBlock, Writer};
use crate::diag::Diagnostic;
use crate::model::licence;
use crate::render::markdown::Figure;
use crate::render::views::Bar;

impl OpenBlock<'_> {
    pub(super) fn name(&self) -> &'static str {
        self.block.as_ref().map_or("", |block| block.name)
    }
}

impl<'a> Writer<'a> {
    /// A thematic break, or a line of `:::` that was masked as one.
    pub(super) fn rule(&mut self, range: Range<usize>) {
        let lines = &self.body.masked.lines;
        while lines.get(self.lines_seen).is_some_and(|line| line.start < range.start) {
            self.lines_seen += 1;
        }
        let Some(line) = lines.get(self.lines_seen).filter(|line| line.start == range.start && self.depth == 0) else {
            return self.out.push_str("<hr>\n");
        };
        let input: &'a str = self.body.input.text;
        match blocks::read(&input[line.clone()], line.start, &mut self.report) {
            Line::End => match self.block.take() {
                Some(open) => self.end_block(open),
                None => {
                    let finding = Diagnostic::error("stray-block-end", "this ::: ends no block")
                        .help("remove it, or write the name of a block behind it: ::: note");
                    self.report.add(line.clone(), finding);
                }
            },
            Line::Begin(block) => self.begin_block(Some(block), line.clone()),
            Line::BeginUnknown => self.begin_block(None, line.clone()),
        }
    }

    /// Ends the block that is open although nothing said so.
    pub(super) fn end_of_blocks(&mut self) {
        if let Some(open) = self.block.take() {
            let finding = Diagnostic::error("unclosed-block", "this block does not end")
                .help("write ::: on a line of its own behind its text; a block cannot stand in another");
            self.report.add(open.line.clone(), finding);
            self.end_block(open);
        }
    }

    fn begin_block(&mut self, block: Option<Block<'a>>, line: Range<usize>) {
        self.end_of_blocks();
        if let Some(block) = &block {
            match block.name {
                "quote" => self.out.push_str("<figure class=\"pullquote\"><blockquote>\n"),
                "figure" => self.begin_figure(block),
                "figures" => self.figures(block),
                name => self.begin_callout(name, block),
            }
        }
        self.block = Some(OpenBlock { block, line, content: self.out.len() });
    }

    /// A note is no landmark: a page may have many.
    fn begin_callout(&mut self, name: &str, block: &Block) {
        let word = self.body.site.word(&format!("block-{name}"));
        let title = block.get("title").map(|title| self.set_alone(title));
        self.out.push_str("<aside class=\"callout callout-");
        self.out.push_str(name);
        self.out.push_str("\" role=\"note\"");
        escape::attribute(&mut self.out, "aria-label", &word);
        self.out.push_str(">\n<p class=\"callout-title\">");
        escape::push(&mut self.out, title.as_deref().unwrap_or(&word));
        self.out.push_str("</p>\n");
    }

    fn begin_figure(&mut self, block: &Block) {
        self.out.push_str("<figure>");
        if let Some(finding) = block.get("licence").and_then(licence::doubt) {
            self.report.add(block.range("licence"), finding);
        }
        let alt = self.set_alone(block.get("alt").unwrap_or_default());
        if let Some(picture) = self.picture_address(block.get("src").unwrap_or_default(), block.range("src")) {
            self.img(&picture, &alt, "");
        }
        self.out.push_str("\n<figcaption>");
    }

    fn figures(&mut self, block: &Block) {
        let show: Vec<&str> =
            block.get("show").unwrap_or_default().split(',').map(str::trim).filter(|id| !id.is_empty()).collect();
        let figures = match self.body.site.figures(block.get("from").unwrap_or_default(), &show) {
            Ok(figures) => figures,
            Err(problem) => {
                // What is not there is either the document, or one of the figures in the list.
                let wrong = show.iter().find(|id| problem.message.ends_with(&format!("`{id}`")));
                let all = block.range("show");
                let within = wrong.and_then(|id| Some(all.start + block.get("show")?.find(id)?));
                let range = within.zip(wrong).map(|(start, id)| start..start + id.len());
                return self.problem(problem, range.unwrap_or_else(|| block.range("from")));
            }
        };
        if figures.is_empty() {
            return;
        }
        match block.get("as") {
            None => {}
            Some("chart") => return self.chart(&figures),
            Some(other) => {
                let finding = Diagnostic::error("unknown-value", format!("figures are not shown as `{other}`"));
                let help = "write as=\"chart\" for bars, or leave it out for large numbers";
                self.report.add(block.range("as"), finding.help(help));
            }
        }
        self.out.push_str("<dl class=\"figures\">\n");
        for figure in figures {
            self.out.push_str("<div><dt");
            if let Some(lang) = figure.lang {
                escape::attribute(&mut self.out, "lang", lang.as_str());
            }
            self.out.push('>');
            escape::push(&mut self.out, &figure.words);
            self.out.push_str("</dt><dd>");
            escape::push(&mut self.out, &figure.value);
            self.out.push_str("</dd></div>\n");
        }
        self.out.push_str("</dl>\n");
    }

    /// A table in which each figure has its bar.
    fn chart(&mut self, figures: &[Figure]) {
        self.out.push_str("<table class=\"chart\">\n<tbody>\n");
        for figure in figures {
            self.out.push_str("<tr><th scope=\"row\"");
            if let Some(lang) = figure.lang {
                escape::attribute(&mut self.out, "lang", lang.as_str());
            }
            self.out.push('>');
            escape::push(&mut self.out, &figure.words);
            self.out.push_str("</th><td class=\"bar\">");
            if let Some(bar) = figure.bar {
                self.bar(bar);
            }
            self.out.push_str("</td><td class=\"align-right\">");
            escape::push(&mut self.out, figure.share.as_ref().unwrap_or(&figure.value));
            if let Some(part) = &figure.part {
                self.out.push_str(" <small>");
                escape::push(&mut self.out, part);
                self.out.push_str("</small>");
            }
            self.out.push_str("</td></tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
    }

    /// It repeats what the number says.
    fn bar(&mut self, Bar { part, of_whole }: Bar) {
        self.out.push_str(
            "<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">",
        );
        if of_whole {
            self.out.push_str("<path class=\"whole\" vector-effect=\"non-scaling-stroke\" d=\"M0 0h1000v10H0z\"/>");
        }
        self.out.push_str(&format!("<path d=\"M0 0h{part}v10H0z\"/></svg>"));
    }

    fn end_block(&mut self, open: OpenBlock<'_>) {
        let Some(block) = &open.block else { return };
        let is_empty = self.out[open.content..].trim().is_empty();
        match block.name {
            "quote" => {
                self.out.push_str("</blockquote>");
                if let Some(role) = block.get("role") {
                    let role = self.set_alone(role);
                    self.out.push_str("<figcaption>");
                    escape::push(&mut self.out, &role);
                    self.out.push_str("</figcaption>");
                }
                self.out.push_str("</figure>\n");
            }
            "figure" => self.end_figure(block, open.content),
            "figures" => {
                if !is_empty {
                    let finding = Diagnostic::warning("block-content", "a block of figures has no text of its own")
                        .help("move the text behind its :::");
                    self.report.add(open.line.clone(), finding);
                }
            }
            _ => self.out.push_str("</aside>\n"),
        }
    }

    /// The caption's end, with whose picture it is and under which licence.
    fn end_figure(&mut self, block: &Block, content: usize) {
        let credit = block.get("credit").map(|credit| self.set_alone(credit));
        let credit = self.body.site.credit(credit.as_deref(), block.get("licence"));
        let has_caption = !self.out[content..].trim().is_empty();
        if !credit.is_empty() {
            self.out.push_str(if has_caption { " <span class=\"credit\">" } else { "<span class=\"credit\">" });
            escape::push(&mut self.out, &credit);
            self.out.push_str("</span>");
        } else if !has_caption {
            self.out.truncate(content - "<figcaption>".len());
            self.out.push_str("</figure>\n");
            return;
        }
        self.out.push_str("</figcaption></figure>\n");
    }

    /// Text that is not in the body's flow, as it is printed.
    pub(super) fn set_alone(&self, text: &str) -> String {
        if text::is_plain(text) { text.to_owned() } else { text::set_alone(text, self.body.input.typography) }
    }
}
