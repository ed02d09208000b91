//! Portuguese as it is written in Brazil.

use super::{DialogWords, NotificationWords, TrayWords, Words};

pub(super) const WORDS: Words = Words {
    pasted_picture: "Imagem colada",
    screen_capture: "Captura",
    overlay_help: "Arraste sobre o texto ou clique em uma janela. As setas e Enter também funcionam. Esc cancela.",
    dialogs: DialogWords {
        open: "Abrir imagens",
        pictures: "Imagens",
        all_files: "Todos os arquivos",
        save: "Salvar texto",
        export: "Salvar seus dados",
        directory: "Salvar todos os textos em uma pasta",
    },
    tray: TrayWords {
        capture: "Capturar texto",
        again: "Capturar a mesma área novamente",
        open_program: "Abrir o ImageToText",
        quit: "Sair",
    },
    notifications: NotificationWords {
        open: "Abrir",
        one_line: "1 linha copiada",
        lines: "# linhas copiadas",
        lines_many: "# linhas copiadas",
        no_text: "Nenhum texto foi encontrado. A área de transferência não mudou.",
        clipboard: "A área de transferência não aceitou o texto. Tente novamente.",
        not_consented: "Concorde primeiro com a política de privacidade. Nada foi capturado.",
        unsupported: "Esta área de trabalho não permite que programas capturem a tela.",
        denied: "A área de trabalho não permitiu a captura.",
        not_permitted: "Permita que o ImageToText grave a tela em Ajustes do Sistema, em “Privacidade e Segurança”, e abra-o novamente.",
        busy: "A tela está bloqueada ou há um menu aberto. Feche-o e capture novamente.",
        no_answer: "Não foi possível capturar a tela. Tente novamente.",
        empty_region: "Esta área não está em nenhuma tela. Selecione-a novamente.",
        no_region: "Não há área para capturar novamente. Capture uma primeiro.",
        unreadable: "Não foi possível ler o texto. Tente novamente.",
        failed: "A captura falhou. Tente novamente.",
    },
};
