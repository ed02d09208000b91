//! French.

use super::{DialogWords, NotificationWords, TrayWords, Words};

pub(super) const WORDS: Words = Words {
    pasted_picture: "Image collée",
    screen_capture: "Capture d’écran",
    overlay_help: "Faites glisser sur le texte ou cliquez sur une fenêtre. Les flèches et Entrée fonctionnent aussi. Échap annule.",
    dialogs: DialogWords {
        open: "Ouvrir des images",
        pictures: "Images",
        all_files: "Tous les fichiers",
        save: "Enregistrer le texte",
        export: "Enregistrer vos données",
        directory: "Enregistrer tous les textes dans un dossier",
    },
    tray: TrayWords {
        capture: "Capturer du texte",
        again: "Capturer de nouveau la même zone",
        open_program: "Ouvrir ImageToText",
        quit: "Quitter",
    },
    notifications: NotificationWords {
        open: "Ouvrir",
        one_line: "1 ligne copiée",
        lines: "# lignes copiées",
        lines_many: "# lignes copiées",
        no_text: "Aucun texte trouvé. Le presse-papiers n’a pas changé.",
        clipboard: "Le presse-papiers n’a pas accepté le texte. Réessayez.",
        not_consented: "Acceptez d’abord la politique de confidentialité. Rien n’a été capturé.",
        unsupported: "Ce bureau ne laisse pas les programmes capturer l’écran.",
        denied: "Le bureau n’a pas autorisé la capture.",
        not_permitted: "Autorisez ImageToText à enregistrer l’écran dans Réglages Système, sous « Confidentialité et sécurité », puis relancez-le.",
        busy: "L’écran est verrouillé ou un menu est ouvert. Fermez-le et capturez de nouveau.",
        no_answer: "L’écran n’a pas pu être capturé. Réessayez.",
        empty_region: "Cette zone n’est sur aucun écran. Sélectionnez-la de nouveau.",
        no_region: "Il n’y a aucune zone à capturer de nouveau. Capturez-en d’abord une.",
        unreadable: "Le texte n’a pas pu être lu. Réessayez.",
        failed: "La capture a échoué. Réessayez.",
    },
};
