//! Polish.

use super::{DialogWords, NotificationWords, TrayWords, Words};

pub(super) const WORDS: Words = Words {
    pasted_picture: "Wklejony obraz",
    screen_capture: "Zrzut ekranu",
    overlay_help: "Przeciągnij po tekście lub kliknij okno. Działają też strzałki i Enter. Esc anuluje.",
    dialogs: DialogWords {
        open: "Otwieranie obrazów",
        pictures: "Obrazy",
        all_files: "Wszystkie pliki",
        save: "Zapisywanie tekstu",
        export: "Zapisywanie danych",
        directory: "Zapisywanie wszystkich tekstów w folderze",
    },
    tray: TrayWords {
        capture: "Przechwyć tekst",
        again: "Przechwyć ponownie ten sam obszar",
        open_program: "Otwórz ImageToText",
        quit: "Zakończ",
    },
    notifications: NotificationWords {
        open: "Otwórz",
        one_line: "Skopiowano 1 wiersz",
        lines: "Skopiowano # wiersze",
        lines_many: "Skopiowano # wierszy",
        no_text: "Nie znaleziono tekstu. Schowek się nie zmienił.",
        clipboard: "Schowek nie przyjął tekstu. Spróbuj ponownie.",
        not_consented: "Najpierw wyraź zgodę na politykę prywatności. Niczego nie przechwycono.",
        unsupported: "Ten pulpit nie pozwala programom przechwytywać ekranu.",
        denied: "Pulpit nie zezwolił na przechwycenie.",
        not_permitted: "Zezwól programowi ImageToText na nagrywanie ekranu w Ustawieniach systemowych, w sekcji „Prywatność i ochrona”, i uruchom go ponownie.",
        busy: "Ekran jest zablokowany lub otwarte jest menu. Zamknij je i przechwyć ponownie.",
        no_answer: "Nie udało się przechwycić ekranu. Spróbuj ponownie.",
        empty_region: "Tego obszaru nie ma na żadnym ekranie. Zaznacz go ponownie.",
        no_region: "Nie ma obszaru do ponownego przechwycenia. Najpierw przechwyć jakiś obszar.",
        unreadable: "Nie udało się odczytać tekstu. Spróbuj ponownie.",
        failed: "Przechwytywanie nie powiodło się. Spróbuj ponownie.",
    },
};
