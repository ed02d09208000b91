//! What was read: shown, corrected, left out.

#![expect(clippy::needless_pass_by_value, reason = "Tauri passes arguments by value")]

use tauri::State;

use super::Outcome;
use crate::app::App;
use crate::contract::{Area, HistoryStep, JobId, LineMode, TextSpan, TextView, WordPlace};

#[tauri::command(async)]
pub(crate) fn text(app: State<'_, App>, id: JobId, lines: LineMode) -> Outcome<TextView> {
    app.queue().text(&app.consented()?, id, lines)
}

#[tauri::command(async)]
pub(crate) fn edit(
    app: State<'_, App>,
    id: JobId,
    lines: LineMode,
    text: String,
    joins: bool,
) -> Outcome<TextView> {
    app.queue().edit(&app.consented()?, id, lines, text, joins)
}

#[tauri::command(async)]
pub(crate) fn ignore_area(
    app: State<'_, App>,
    id: JobId,
    lines: LineMode,
    page: u32,
    area: Area,
) -> Outcome<TextView> {
    app.queue().ignore_area(&app.consented()?, id, lines, page, area)
}

/// From now on also in pictures that are read later.
#[tauri::command(async)]
pub(crate) fn ignore_area_from_now_on(
    app: State<'_, App>,
    id: JobId,
    page: u32,
    area: Area,
) -> Outcome<()> {
    app.queue().ignore_area_from_now_on(&app.consented()?, id, page, area)
}

#[tauri::command(async)]
pub(crate) fn stop_ignoring_areas(app: State<'_, App>) {
    app.queue().stop_ignoring_areas();
}

#[tauri::command(async)]
pub(crate) fn step(
    app: State<'_, App>,
    id: JobId,
    lines: LineMode,
    step: HistoryStep,
) -> Outcome<TextView> {
    app.queue().step(&app.consented()?, id, lines, step)
}

#[tauri::command(async)]
pub(crate) fn unkept(app: State<'_, App>) -> Vec<JobId> {
    app.queue().unkept()
}

#[tauri::command(async)]
pub(crate) fn word_at(app: State<'_, App>, id: JobId, place: u32) -> Outcome<Option<TextSpan>> {
    app.word_at(&app.consented()?, id, place)
}

#[tauri::command(async)]
pub(crate) fn span_of(
    app: State<'_, App>,
    id: JobId,
    word: WordPlace,
) -> Outcome<Option<TextSpan>> {
    app.span_of(&app.consented()?, id, word)
}
