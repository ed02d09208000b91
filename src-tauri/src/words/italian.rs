//! Italian.

use super::{DialogWords, NotificationWords, TrayWords, Words};

pub(super) const WORDS: Words = Words {
    pasted_picture: "Immagine incollata",
    screen_capture: "Cattura",
    overlay_help: "Trascina sul testo o fai clic su una finestra. Funzionano anche le frecce e Invio. Esc annulla.",
    dialogs: DialogWords {
        open: "Apri immagini",
        pictures: "Immagini",
        all_files: "Tutti i file",
        save: "Salva testo",
        export: "Salva i tuoi dati",
        directory: "Salva tutti i testi in una cartella",
    },
    tray: TrayWords {
        capture: "Cattura testo",
        again: "Cattura di nuovo la stessa area",
        open_program: "Apri ImageToText",
        quit: "Esci",
    },
    notifications: NotificationWords {
        open: "Apri",
        one_line: "1 riga copiata",
        lines: "# righe copiate",
        lines_many: "# righe copiate",
        no_text: "Nessun testo trovato. Gli Appunti non sono cambiati.",
        clipboard: "Gli Appunti non hanno accettato il testo. Riprova.",
        not_consented: "Accetta prima l’informativa sulla privacy. Non è stato catturato nulla.",
        unsupported: "Questo desktop non permette ai programmi di catturare lo schermo.",
        denied: "Il desktop non ha permesso la cattura.",
        not_permitted: "Consenti a ImageToText di registrare lo schermo in Impostazioni di Sistema, in «Privacy e sicurezza», e riavvialo.",
        busy: "Lo schermo è bloccato o un menu è aperto. Chiudilo e cattura di nuovo.",
        no_answer: "Impossibile catturare lo schermo. Riprova.",
        empty_region: "Quest’area non è su nessuno schermo. Selezionala di nuovo.",
        no_region: "Non c’è un’area da catturare di nuovo. Catturane prima una.",
        unreadable: "Impossibile leggere il testo. Riprova.",
        failed: "La cattura non è riuscita. Riprova.",
    },
};
