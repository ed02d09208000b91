//! German.

use super::{DialogWords, NotificationWords, TrayWords, Words};

pub(super) const WORDS: Words = Words {
    pasted_picture: "Eingefügtes Bild",
    screen_capture: "Aufnahme",
    overlay_help: "Ziehen Sie über den Text, oder klicken Sie auf ein Fenster. Pfeiltasten und Eingabe gehen auch. Esc bricht ab.",
    dialogs: DialogWords {
        open: "Bilder öffnen",
        pictures: "Bilder",
        all_files: "Alle Dateien",
        save: "Text speichern",
        export: "Ihre Daten speichern",
        directory: "Alle Texte in einem Ordner speichern",
    },
    tray: TrayWords {
        capture: "Text erfassen",
        again: "Denselben Bereich erneut erfassen",
        open_program: "ImageToText öffnen",
        quit: "Beenden",
    },
    notifications: NotificationWords {
        open: "Öffnen",
        one_line: "1 Zeile kopiert",
        lines: "# Zeilen kopiert",
        lines_many: "# Zeilen kopiert",
        no_text: "Es wurde kein Text gefunden. Die Zwischenablage wurde nicht geändert.",
        clipboard: "Die Zwischenablage hat den Text nicht angenommen. Versuchen Sie es erneut.",
        not_consented: "Stimmen Sie zuerst der Datenschutzerklärung zu. Es wurde nichts erfasst.",
        unsupported: "Diese Arbeitsumgebung lässt Programme den Bildschirm nicht erfassen.",
        denied: "Die Arbeitsumgebung hat das Erfassen nicht erlaubt.",
        not_permitted: "Erlauben Sie ImageToText in den Systemeinstellungen unter „Datenschutz & Sicherheit“ die Bildschirmaufnahme, und starten Sie es neu.",
        busy: "Der Bildschirm ist gesperrt, oder ein Menü ist geöffnet. Schließen Sie es, und erfassen Sie erneut.",
        no_answer: "Der Bildschirm konnte nicht erfasst werden. Versuchen Sie es erneut.",
        empty_region: "Dieser Bereich ist auf keinem Bildschirm. Wählen Sie ihn erneut aus.",
        no_region: "Es gibt keinen Bereich, der erneut erfasst werden kann. Erfassen Sie zuerst einen.",
        unreadable: "Der Text konnte nicht gelesen werden. Versuchen Sie es erneut.",
        failed: "Das Erfassen ist fehlgeschlagen. Versuchen Sie es erneut.",
    },
};
