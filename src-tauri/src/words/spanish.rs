//! Spanish.

use super::{DialogWords, NotificationWords, TrayWords, Words};

pub(super) const WORDS: Words = Words {
    pasted_picture: "Imagen pegada",
    screen_capture: "Captura de pantalla",
    overlay_help: "Arrastre sobre el texto o haga clic en una ventana. También sirven las flechas e Intro. Esc cancela.",
    dialogs: DialogWords {
        open: "Abrir imágenes",
        pictures: "Imágenes",
        all_files: "Todos los archivos",
        save: "Guardar texto",
        export: "Guardar sus datos",
        directory: "Guardar todos los textos en una carpeta",
    },
    tray: TrayWords {
        capture: "Capturar texto",
        again: "Capturar de nuevo la misma área",
        open_program: "Abrir ImageToText",
        quit: "Salir",
    },
    notifications: NotificationWords {
        open: "Abrir",
        one_line: "1 línea copiada",
        lines: "# líneas copiadas",
        lines_many: "# líneas copiadas",
        no_text: "No se encontró texto. El portapapeles no ha cambiado.",
        clipboard: "El portapapeles no aceptó el texto. Inténtelo de nuevo.",
        not_consented: "Acepte primero la política de privacidad. No se capturó nada.",
        unsupported: "Este escritorio no permite que los programas capturen la pantalla.",
        denied: "El escritorio no permitió la captura.",
        not_permitted: "Permita a ImageToText grabar la pantalla en Ajustes del Sistema, en «Privacidad y seguridad», y vuelva a iniciarlo.",
        busy: "La pantalla está bloqueada o hay un menú abierto. Ciérrelo y capture de nuevo.",
        no_answer: "No se pudo capturar la pantalla. Inténtelo de nuevo.",
        empty_region: "Esta área no está en ninguna pantalla. Selecciónela de nuevo.",
        no_region: "No hay ningún área que capturar de nuevo. Capture una primero.",
        unreadable: "No se pudo leer el texto. Inténtelo de nuevo.",
        failed: "La captura falló. Inténtelo de nuevo.",
    },
};
