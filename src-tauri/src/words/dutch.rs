//! Dutch.

use super::{DialogWords, NotificationWords, TrayWords, Words};

pub(super) const WORDS: Words = Words {
    pasted_picture: "Geplakte afbeelding",
    screen_capture: "Opname",
    overlay_help: "Sleep over de tekst of klik op een venster. Pijltoetsen en Enter werken ook. Esc annuleert.",
    dialogs: DialogWords {
        open: "Afbeeldingen openen",
        pictures: "Afbeeldingen",
        all_files: "Alle bestanden",
        save: "Tekst opslaan",
        export: "Uw gegevens opslaan",
        directory: "Alle teksten in een map opslaan",
    },
    tray: TrayWords {
        capture: "Tekst vastleggen",
        again: "Hetzelfde gebied opnieuw vastleggen",
        open_program: "ImageToText openen",
        quit: "Afsluiten",
    },
    notifications: NotificationWords {
        open: "Openen",
        one_line: "1 regel gekopieerd",
        lines: "# regels gekopieerd",
        lines_many: "# regels gekopieerd",
        no_text: "Er is geen tekst gevonden. Het klembord is niet gewijzigd.",
        clipboard: "Het klembord heeft de tekst niet aangenomen. Probeer het opnieuw.",
        not_consented: "Ga eerst akkoord met het privacybeleid. Er is niets vastgelegd.",
        unsupported: "Op dit bureaublad kunnen programma’s het scherm niet vastleggen.",
        denied: "Het bureaublad heeft het vastleggen niet toegestaan.",
        not_permitted: "Sta ImageToText in Systeeminstellingen onder ‘Privacy en beveiliging’ toe het scherm op te nemen en start het opnieuw.",
        busy: "Het scherm is vergrendeld of er is een menu geopend. Sluit het en leg opnieuw vast.",
        no_answer: "Het scherm kon niet worden vastgelegd. Probeer het opnieuw.",
        empty_region: "Dit gebied staat op geen enkel scherm. Selecteer het opnieuw.",
        no_region: "Er is geen gebied om opnieuw vast te leggen. Leg er eerst een vast.",
        unreadable: "De tekst kon niet worden gelezen. Probeer het opnieuw.",
        failed: "Het vastleggen is mislukt. Probeer het opnieuw.",
    },
};
