/** Everything that the window says, in Portuguese as it is written in Brazil. */
import { formatsOf } from "./format";
import type { Language } from "./translated";

const { FORMATS, counter } = formatsOf("pt-BR", {
  bytes: { one: "# byte", other: "# bytes" },
  quotes: ["“", "”"],
});

const COUNTED: Language["COUNTED"] = {
  lines: counter({ one: "# linha", other: "# linhas" }),
  paragraphs: counter({ one: "# parágrafo", other: "# parágrafos" }),
  areaIgnored: counter({
    one: "Fora de # imagem. Desfazer traz o texto de volta.",
    other: "Fora de # imagens. Desfazer traz o texto de volta.",
  }),
  ignoredAreas: counter({
    one: "# área fica fora das novas imagens do mesmo tamanho.",
    other: "# áreas ficam fora das novas imagens do mesmo tamanho.",
  }),
  codes: counter({ one: "# código", other: "# códigos" }),
  pages: counter({ one: "# página", other: "# páginas" }),
  pictures: counter({ one: "# imagem", other: "# imagens" }),
  picturesAdded: counter({ one: "# imagem adicionada.", other: "# imagens adicionadas." }),
  filesRefused: counter({
    one: "Não foi possível abrir # arquivo.",
    other: "Não foi possível abrir # arquivos.",
  }),
  filesSkipped: counter({
    one: "# arquivo que não é uma imagem foi ignorado.",
    other: "# arquivos que não são imagens foram ignorados.",
  }),
  textsSaved: counter({ one: "# texto salvo.", other: "# textos salvos." }),
  picturesWithoutText: counter({
    one: "# imagem não tem texto.",
    other: "# imagens não têm texto.",
  }),
  linesRead: counter({ one: "# linha lida.", other: "# linhas lidas." }),
  picturesRead: counter({ one: "# imagem lida.", other: "# imagens lidas." }),
  picturesFailed: counter({
    one: "Não foi possível ler # imagem.",
    other: "Não foi possível ler # imagens.",
  }),
  filesLocked: counter({
    one: "# arquivo requer uma senha.",
    other: "# arquivos requerem uma senha.",
  }),
  picturesCancelled: counter({
    one: "# imagem foi cancelada.",
    other: "# imagens foram canceladas.",
  }),
  copyLines: counter({ one: "Copiar # linha", other: "Copiar # linhas" }),
  linesSelected: counter({
    one: "# linha nesta área.",
    other: "# linhas nesta área.",
  }),
  linesCopied: counter({ one: "# linha copiada.", other: "# linhas copiadas." }),
  charactersCopied: counter({ one: "# caractere copiado.", other: "# caracteres copiados." }),
  replacements: counter({
    one: "# ocorrência substituída.",
    other: "# ocorrências substituídas.",
  }),
  picturesChanged: counter({
    one: "# imagem foi alterada.",
    other: "# imagens foram alteradas.",
  }),
  words: counter({ one: "# palavra", other: "# palavras" }),
  uncertainWords: counter({
    one: "Verificar # palavra incerta",
    other: "Verificar # palavras incertas",
  }),
  uncertain: counter({ one: "# incerta", other: "# incertas" }),
  clearRemoves: counter({
    one: "“Limpar” a remove.",
    other: "“Limpar” as remove.",
  }),
  picturesBeingRead: counter({
    one: "# imagem está sendo lida.",
    other: "# imagens estão sendo lidas.",
  }),
  picturesUnkept: counter({
    one: "Você alterou o texto de # imagem e não o salvou nem copiou.",
    other: "Você alterou os textos de # imagens e não os salvou nem copiou.",
  }),
};

export const BRAZILIAN_PORTUGUESE: Language = {
  CAPTURE: {
    button: "Capturar",
    hint: "Capturar texto da tela",
    cancelled: "A captura foi cancelada.",
    hotkeysFailed: (keys) =>
      `Estas teclas de captura não funcionam: ${keys}. As configurações dizem por quê.`,
    heading: "Captura de tela",
    target: "Após uma captura",
    hotkey: "Teclas de captura",
    againHotkey: "Teclas para a mesma área",
    keysHint: "Selecione o campo e pressione as novas teclas. Delete as remove.",
    noKeys: "Nenhuma",
    tray: "Ícone na bandeja do sistema",
    trayHint: "Captura e abre a janela a partir da bandeja.",
    noTray: "Esta área de trabalho não mostra ícones na bandeja.",
    startHidden: "Permanecer na bandeja",
    startHiddenHint:
      "Inicia sem janela e, ao fechar a janela, o programa fica na bandeja. As imagens abertas ficam na memória até você limpá-las ou sair do programa.",
    byDesktop:
      "Nesta área de trabalho, o sistema pergunta o que capturar e salva em um arquivo. O programa lê o arquivo e o exclui imediatamente.",
    unsupported:
      "A captura ainda não está disponível neste sistema. Faça uma captura de tela e cole-a com “Colar”.",
  },

  CAPTURE_TARGETS: {
    clipboard: "Copiar o texto",
    window: "Abrir na janela",
  },

  HOTKEY_PROBLEMS: {
    taken: "Outro programa usa estas teclas. Escolha outras.",
    duplicate: "A outra função já tem estas teclas. Escolha outras.",
    invalid:
      "Outros programas precisam destas teclas. Adicione Super, ou duas entre Ctrl, Alt e Shift; com uma tecla F basta uma.",
    unsupported:
      "Esta área de trabalho não permite que programas definam teclas. Nas configurações de teclado dela, defina um atalho que execute imagetotext-app --capture.",
  },

  CONSENT: {
    title: "Suas imagens ficam neste computador",
    titleOutdated: "A política de privacidade mudou",
    lead: "O ImageToText lê o texto das suas imagens, somente neste computador. Antes de ler qualquer coisa, ele precisa do seu consentimento.",
    leadOutdated: "Leia o que mudou. Nada é lido até você concordar novamente.",
    changed: "O que mudou",
    full: "Política de privacidade",
    fullVersion: (number, day) => `versão ${number}, ${day}`,
    policy: "Li a política de privacidade e concordo com ela",
    adult: "Tenho 14 anos ou mais",
    agree: "Concordar",
    decline: "Recusar",
    declineHint: "Se você recusar, o programa fecha e não armazena nada.",
  },

  FORMATS,
  COUNTED,

  READ_ERRORS: {
    empty: "O arquivo está vazio. Escolha outro arquivo.",
    notAPicture:
      "Este arquivo não é uma imagem. Escolha um arquivo PDF, PNG, JPEG, HEIC, WebP, BMP, GIF ou TIFF.",
    unsupported: (format) =>
      `Arquivos ${format} não podem ser lidos. Salve o arquivo primeiro como PNG ou JPEG.`,
    unsupportedSvg: "Arquivos SVG não podem ser lidos. Exporte o arquivo primeiro como PNG.",
    unsupportedKind: (format) =>
      `Este tipo de arquivo ${format} não pode ser lido. Salve-o primeiro como PNG.`,
    damaged: (format) =>
      `Esta imagem ${format} está danificada ou incompleta. Obtenha outra cópia dela.`,
    damagedPdf: "Este PDF está danificado ou incompleto. Obtenha outra cópia dele.",
    tooManyPixels: (millions, side) =>
      `A imagem tem mais de ${millions} milhões de pixels, ou mais de ${side} em um lado. Recorte-a, divida-a ou reduza-a.`,
    tooManyPages: "Só as primeiras 1000 páginas foram lidas. Divida o arquivo.",
    passwordNeeded: "Este PDF está protegido por senha. Digite-a.",
    wrongPassword: "A senha não está correta. Tente novamente.",
    tooLarge: (megabytes) => `O arquivo tem mais de ${megabytes} MB. Recorte a imagem ou reduza-a.`,
    changed: "O arquivo mudou desde que foi lido. Abra-o novamente.",
    missing: "Arquivo não encontrado. Verifique o nome e o local e abra-o novamente.",
    directory: "Isto é uma pasta. Abra as imagens que ela contém ou solte a pasta sozinha.",
    special: "Isto não é um arquivo de imagem. Salve primeiro a imagem como arquivo.",
    denied: "Você não tem permissão para ler este arquivo. Altere as permissões ou abra uma cópia.",
    unreadable: "Não foi possível ler o arquivo. Tente com uma cópia.",
    tookTooLong: (seconds) =>
      `A leitura levou mais de ${seconds} segundos e foi interrompida. Recorte a imagem ou divida-a em partes.`,
    outOfMemory: "Não há memória suficiente para esta imagem. Recorte-a ou reduza-a.",
    crashed: "A leitura parou inesperadamente. Leia a imagem novamente ou tente outra cópia.",
    internal: "Um erro neste programa interrompeu a leitura. Informe o erro, sem enviar a imagem.",
  },

  NOTHING_ADDED: {
    clipboardEmpty:
      "A área de transferência está vazia. Copie primeiro uma imagem ou faça uma captura de tela.",
    clipboardText:
      "A área de transferência contém texto, não uma imagem. Copie primeiro uma imagem ou faça uma captura de tela.",
    clipboardUnavailable:
      "A área de transferência não responde. Copie a imagem novamente ou abra-a como arquivo.",
    link: "Isto é um link, e este programa nunca baixa nada. Salve primeiro a imagem.",
    emptyFolder: "Não há imagens nesta pasta. Escolha outra pasta.",
  },

  COMMAND_ERRORS: {
    notConsented:
      "Você ainda não concordou com a política de privacidade. Leia-a e concorde primeiro.",
    noSuchJob: "Esta imagem não está mais aberta. Abra-a novamente.",
    stalePolicy: "A política de privacidade mudou. Reinicie o programa para ler a nova versão.",
    notAdult: "Confirme que você tem 14 anos ou mais para continuar.",
    notRedactable:
      "Um PDF mostra a imagem, que não pode ser ocultada. Desative “Ocultar” ou escolha outro tipo.",
    saveOverPicture: (name) =>
      `${name} é a própria imagem aberta e seria substituído. Escolha outro nome.`,
    pictureFileGone: (name) =>
      `Um PDF precisa do arquivo ${name}, que não existe mais. Você ainda pode salvar o texto em outros formatos.`,
    unknownFormat: (ending) =>
      `O ImageToText não pode salvar arquivos ${ending}. Escolha outro tipo, como Texto ou Markdown.`,
    internal: "Ocorreu um erro neste programa. Tente novamente e informe o erro se ele se repetir.",
  },

  CLIPBOARD_ERRORS: {
    empty: "Não há texto para copiar, então a área de transferência não mudou. Tente outra imagem.",
    busy: "Outro programa está usando a área de transferência. Tente novamente.",
    unavailable: "A área de transferência não está disponível. Salve o texto em um arquivo.",
    notKept:
      "A área de transferência não guardou o texto. Tente novamente ou salve-o em um arquivo.",
  },

  CAPTURE_ERRORS: {
    unsupported:
      "Esta área de trabalho não permite que o programa capture a tela. Faça uma captura de tela e cole-a.",
    denied: "A área de trabalho não permitiu a captura. Faça uma captura de tela e cole-a.",
    notPermitted:
      "Permita que o ImageToText grave a tela em Ajustes do Sistema, em “Privacidade e Segurança”, e abra-o novamente.",
    busy: "A tela está bloqueada ou há um menu aberto. Feche-o e capture novamente.",
    noAnswer: "Não foi possível capturar a tela. Tente novamente ou cole uma captura de tela.",
    emptyRegion: "Esta área não está em nenhuma tela. Selecione-a novamente.",
    noRegion: "Não há área para capturar novamente. Capture uma primeiro.",
    unreadable: "Não foi possível ler a imagem capturada. Tente novamente.",
  },

  STORAGE_ERRORS: {
    full: (path) =>
      `Não foi possível gravar ${path} porque o disco está cheio. Libere espaço e tente novamente.`,
    denied: (path) =>
      `Não foi possível gravar ${path} por falta de permissão. Altere as permissões e tente novamente.`,
    other: (path) => `Não foi possível gravar ${path}. Verifique a pasta e tente novamente.`,
  },

  SAVE_ERRORS: {
    full: (name) =>
      `Não foi possível salvar ${name} porque o disco está cheio. Libere espaço ou salve em outro lugar.`,
    denied: (name) =>
      `Não foi possível salvar ${name} porque você não tem permissão para gravar ali. Salve em outro lugar.`,
    other: (name) => `Não foi possível salvar ${name}. Salve em outro lugar.`,
  },

  FIND: {
    bar: "Localizar no texto",
    query: "Localizar",
    replacement: "Substituir por",
    previous: "Ocorrência anterior",
    next: "Próxima ocorrência",
    matchCase: "Maiúsculas/minúsculas",
    everywhere: "Em todas as imagens",
    replaceOne: "Substituir",
    replaceAll: "Substituir tudo",
    close: "Fechar a pesquisa",
    none: "Nada foi encontrado.",
    found: (all, isMore) => `Ocorrências: ${FORMATS.number(all)}${isMore ? "+" : ""}`,
    inAll: (here, all, isMore) =>
      `${here}, ${FORMATS.number(all)}${isMore ? "+" : ""} em todas as imagens`,
    noneHere: "0 aqui",
    count: (at, all, isMore) =>
      `${FORMATS.number(at)} de ${FORMATS.number(all)}${isMore ? "+" : ""}`,
  },

  UNSAVED: (name) => `Você alterou o texto de ${name} e não o salvou nem copiou.`,
  EDITS_COME_BACK:
    "Suas alterações no texto pertencem à imagem como está agora. Se você a girar de volta, elas reaparecem.",
  PAGE_EDITS_COME_BACK: (page) =>
    `Suas alterações no texto da página ${page} pertencem à página como está agora. Se você a girar de volta, elas reaparecem.`,

  CONFIRM: {
    close: {
      title: "Fechar sem salvar?",
      yes: "Fechar sem salvar",
      no: "Manter aberto",
    },
    clear: {
      title: "Limpar tudo?",
      yes: "Limpar tudo",
      no: "Manter",
    },
    remove: {
      title: "Remover esta imagem?",
      yes: "Remover",
      no: "Manter",
    },
    rotate: {
      title: "Ler a imagem novamente?",
      yes: "Ler novamente",
      no: "Cancelar",
    },
  },

  KEYS: {
    Ctrl: "Ctrl",
    Shift: "Shift",
    Alt: "Alt",
    Esc: "Esc",
    Delete: "Delete",
    Up: "↑",
    Down: "↓",
    PageUp: "Page Up",
    PageDown: "Page Down",
    Plus: "Mais",
    Super: "Super",
    PrintScreen: "Print Screen",
    Pause: "Pause",
    Space: "Espaço",
    Insert: "Insert",
    Home: "Home",
    End: "End",
    Left: "←",
    Right: "→",
  },

  PROGRAM: "ImageToText",

  LINE_MODES: {
    keep: "Linhas",
    paragraphs: "Parágrafos",
    one: "Uma linha",
  },

  COPY_FORMATS: {
    text: "Texto",
    table: "Tabela para planilha",
    markdown: "Markdown",
    csv: "CSV",
    html: "Página da web (HTML)",
    json: "JSON",
  },

  SAVE_FORMATS: {
    text: "Texto",
    pdf: "PDF com a imagem, pesquisável",
    docx: "Documento do Word",
    odt: "Texto OpenDocument",
    xlsx: "Pasta de trabalho do Excel",
    csv: "Tabelas em CSV",
    markdown: "Markdown",
    html: "Página da web",
    epub: "Livro digital (EPUB)",
    json: "JSON com posições",
    hocr: "hOCR",
    alto: "ALTO",
    pageXml: "PAGE XML",
    tsv: "Tabela de palavras",
  },
  ENTITY_KINDS: { link: "Link", email: "E-mail", phone: "Telefone", iban: "IBAN", card: "Cartão" },
  ENGINES: {
    builtin: "Padrão",
    ocrs: "Alternativo (mais lento)",
  },

  THEMES: {
    system: "Igual ao sistema",
    light: "Claro",
    dark: "Escuro",
  },

  STORED_FILES: {
    consent: "Seu consentimento",
    settings: "Configurações",
    counters: "Contadores",
    autostart: "Início automático",
  },

  JOB_STATES: {
    waiting: "Aguardando",
    reading: "Lendo…",
    readingPage: (page) => `Lendo a página ${page}…`,
    noText: "Nenhum texto encontrado",
    failed: "Não foi possível ler",
    locked: "Requer senha",
    cancelled: "Cancelada",
  },

  NETWORK: {
    refused:
      "Bloqueadas. Verificado agora mesmo: o sistema não permite que este programa se conecte à internet.",
    open: "Não usadas. Este programa não tem nenhuma parte que possa enviar dados, mas o sistema não bloquearia uma conexão.",
    unknown: "Não usadas. Não foi possível verificar se o sistema bloquearia uma conexão.",
  },

  MENUS: {
    picture: "Imagem",
    text: "Texto",
    entry: "Imagem na lista",
    selection: "Seleção",
    copySelection: "Copiar seleção",
    copyLine: "Copiar linha",
    copyAll: "Copiar tudo",
    copyText: "Copiar texto",
    rotateLeft: "Girar para a esquerda",
    rotateRight: "Girar para a direita",
    fit: "Ajustar",
    remove: "Remover",
    undo: "Desfazer",
    redo: "Refazer",
    cut: "Recortar",
    copy: "Copiar",
    paste: "Colar",
    selectAll: "Selecionar tudo",
  },

  OUTCOMES: {
    agreed: "Pronto.",
    savedInFolder: (folder) => `Salvo na pasta ${folder}.`,
    savedAs: (name, place) => `Salvo como ${name} em ${place}.`,
    exported: (name) => `Seus dados foram exportados para ${name}.`,
    nothingToSave: "Não há texto para salvar. Tente outra imagem.",
    emptyArea: "Não há texto nesta área.",
    textSize: (percent) => `Tamanho do texto: ${percent}.`,
    withdrawn: "Seu consentimento foi retirado e tudo foi apagado.",
    noUncertainWords: "Não restam palavras incertas neste texto.",
    uncertainWord: (nth, all) => `Palavra incerta ${nth} de ${all}. Compare-a com a imagem.`,
    saving: "Salvando…",
    reading: (done, all) => `${done} de ${all} imagens lidas`,
    readingAgain: "Lendo a imagem novamente…",
    cleared: "Tudo foi limpo.",
    erased: "Configurações e contadores apagados.",
    privateCopy:
      "Você pode colar como sempre, mas nada aparece no histórico da área de transferência.",
  },

  LINE_MODE_CHANGED: {
    keep: "Linhas como na imagem.",
    paragraphs: "Uma linha por parágrafo; palavras divididas unidas.",
    one: "Tudo em uma linha.",
  },

  PANELS: {
    data: "Seus dados",
    privacy: "Privacidade",
    settings: "Configurações",
    help: "Ajuda",
    shortcuts: "Atalhos de teclado",
    policy: "Política de privacidade",
  },

  PANEL: { back: "Voltar" },

  DATA: {
    loading: "Carregando…",
    lead: "Isto é tudo o que o programa armazena sobre você, somente neste computador. Imagens e textos não são armazenados, a menos que você os salve.",
    rights: "O que você pode fazer",
    correct: "Alterar configurações",
    correctHint: "Abre “Configurações”. Você pode corrigir os contadores abaixo.",
    export: "Exportar",
    exportHint: "Salva tudo o que é mostrado aqui em um arquivo à sua escolha (JSON).",
    erase: "Apagar",
    eraseHint: "Apaga suas configurações e contadores. Seu consentimento permanece.",
    withdraw: "Retirar o consentimento",
    withdrawHint: "Apaga tudo, fecha todas as imagens e volta à primeira tela.",
    eraseTitle: "Apagar configurações e contadores?",
    eraseText:
      "As configurações voltam ao padrão e os contadores são apagados. Isso não pode ser desfeito.",
    withdrawTitle: "Retirar seu consentimento?",
    withdrawText:
      "A leitura para, as imagens e os textos abertos são fechados, e todos os arquivos listados abaixo são apagados. Isso não pode ser desfeito.",
    cancel: "Cancelar",
    eraseNow: "Apagar",
    withdrawNow: "Retirar e apagar",
    consent: "Seu consentimento",
    policy: "Política de privacidade",
    version: (number) => `versão ${number}`,
    agreed: "Aceita em",
    adult: "14 anos ou mais",
    program: "Programa",
    settings: "Configurações",
    window: "Tamanho da janela",
    windowSize: (width, height) => `${width} × ${height}`,
    noWindow: "ainda não armazenado",
    yes: "sim",
    no: "não",
    counters: "Imagens lidas",
    nothingCounted: "Nada foi contado ainda.",
    notCounted: "A contagem está desativada. Você pode ativá-la em “Configurações”.",
    files: "Onde está armazenado",
    noFile: "ainda não existe",
    memoryFolder: "Mecanismo de exibição",
    inMemory: "na memória, apagado ao sair",
  },

  PRIVACY: {
    lead: "Suas imagens são lidas por este programa, neste computador. Ele não envia nada e não armazena imagem nem texto, a menos que você salve o texto. Veja abaixo o que ele está fazendo agora, atualizado a cada segundo.",
    loading: "Verificando…",
    network: "Conexões com a internet",
    pictures: "Imagens na memória",
    noPictures: "Nenhuma.",
    somePictures: (number, size) =>
      `${COUNTED.pictures(number)}, ${size}. ${COUNTED.clearRemoves(number)}`,
    workers: "Leitura",
    readersNow: (busy, idle) => {
      const working = busy === 0 ? "Nada está sendo lido." : COUNTED.picturesBeingRead(busy);
      const waiting = idle === 0 ? "" : " A próxima pode começar imediatamente.";
      return `${working}${waiting} Cada imagem é lida por um processo próprio, que termina com ela.`;
    },
    files: "Arquivos que ele grava sozinho",
    onlyFiles: "Somente os que estão abaixo. Eles nunca contêm uma imagem nem seu texto.",
  },

  SETTINGS: {
    language: "Idioma",
    systemLanguage: "Igual ao sistema",
    theme: "Tema",
    lines: "Quebras de linha",
    engine: "Reconhecimento de texto",
    engineHint:
      "Tente o alternativo quando um texto for mal lido. Outras imagens demoram mais com ele. A configuração vale para novas imagens; abra uma imagem de novo para lê-la outra vez.",
    textSize: "Tamanho do texto",
    textSizeHint: "Também com Ctrl e a roda do mouse sobre o texto.",
    percent: FORMATS.percent,
    smaller: "Texto menor",
    larger: "Texto maior",
    usual: "Redefinir",
    keepOnTop: "Sempre visível",
    keepOnTopHint: "A janela fica acima das outras, onde a área de trabalho permite.",
    autostart: "Iniciar com o sistema",
    autostartHint: "O programa inicia quando você entra no sistema; na bandeja, se ele fica lá.",
    copyAtOnce: "Copiar automaticamente",
    copyAtOnceHint: "Copia o texto para a área de transferência assim que uma imagem é lida.",
    privateCopy: "Cópia privada",
    privateCopyHint:
      "Pede ao histórico da área de transferência do seu sistema (como Win+V ou Klipper) que não guarde o que você copia aqui nem o envie a outros dispositivos. Você pode colar como sempre.",
    markEntities: "Marcar links e números",
    markEntitiesHint:
      "Links, e-mails, telefones, IBANs e números de cartão são sublinhados e podem ser copiados com um clique. Nenhum é aberto.",
    redact: "Ocultar dados no que é copiado e salvo",
    redactHint:
      "Números de cartão, IBANs, e-mails e telefones viram ████. Não são encontrados nomes, endereços, datas, outros números, nem números lidos errado, que continuam na linha seguinte ou copiados em parte. A imagem não muda. Confira o texto antes de repassá-lo. No Linux, o botão do meio do mouse cola o texto selecionado sem ocultar nada.",
    count: "Contar imagens",
    countHint:
      "Conta quantas imagens são lidas a cada mês, somente neste computador. Você pode ver, corrigir e apagar os números em “Seus dados”.",
  },

  HELP: {
    lead: "Lê o texto das suas imagens, somente neste computador. Nada é enviado.",
    howTo: "Como usar",
    add: "Adicionar uma imagem",
    addHow: "Abra-a, solte-a na janela ou copie-a e cole-a aqui.",
    capture: "Capturar da tela",
    captureHow:
      "Clique em “Capturar” e arraste sobre o texto. Ele é copiado ou aberto na janela, conforme as configurações.",
    captureAnywhere: "Em qualquer programa:",
    check: "Verificar o texto",
    checkHow: "As palavras que podem estar erradas são marcadas. Vá de uma para a próxima.",
    copy: "Copiar o texto",
    copyHow: "Tudo, ou o que você selecionou no texto ou na imagem.",
    menus: "Mais",
    menusHow: "Clique com o botão direito em uma imagem, no texto ou em um item da lista.",
    licences: "Licenças",
    licenceText: [
      "O ImageToText é software livre. Você pode usá-lo sob a Licença MIT ou a Licença Apache 2.0, à sua escolha.",
      "Ele contém software livre de terceiros, sob licenças que permitem isso. O mecanismo de exibição do seu sistema desenha a janela e tem licença própria.",
    ],
  },

  POLICY: {
    translated:
      "Este texto é uma tradução. Onde ele difere do texto em inglês, vale o texto em inglês.",
    version: "Versão",
    option: (number, day) => `${number} (${day})`,
    updated: (number, day) => `Versão ${number}, atualizada em ${day}`,
    heading: (number, day) => `Versão ${number}, ${day}`,
    changes: "O que mudou nesta versão",
  },

  SHORTCUT_GROUPS: {
    pictures: "Imagens",
    text: "Texto",
    view: "Exibição",
    program: "Programa",
  },

  SHORTCUT_LABELS: {
    open: "Abrir imagens",
    paste: "Colar uma imagem",
    capture: "Capturar texto da tela",
    captureAgain: "Capturar a mesma área novamente",
    rotateLeft: "Girar para a esquerda e ler novamente",
    rotateRight: "Girar para a direita e ler novamente",
    previousPicture: "Imagem anterior",
    nextPicture: "Próxima imagem",
    remove: "Remover a imagem (na lista ou na imagem)",
    clear: "Limpar tudo",
    copy: "Copiar a seleção ou todo o texto",
    copyLine: "Copiar a linha atual",
    copyAll: "Copiar o texto de todas as imagens",
    save: "Salvar o texto como arquivo",
    saveAll: "Salvar o texto de todas as imagens",
    linesKeep: "Manter as quebras de linha",
    linesParagraphs: "Juntar as linhas em parágrafos",
    linesOne: "Uma única linha",
    nextLowConfidenceWord: "Próxima palavra incerta",
    previousLowConfidenceWord: "Palavra incerta anterior",
    undo: "Desfazer a última alteração do texto",
    redo: "Refazer a alteração",
    find: "Localizar no texto",
    replace: "Localizar e substituir",
    findNext: "Próxima ocorrência",
    findPrevious: "Ocorrência anterior",
    restore: "Desfazer todas as alterações",
    zoomIn: "Ampliar; texto maior durante a edição",
    zoomOut: "Reduzir; texto menor",
    zoomFit: "Ajustar; tamanho de texto normal",
    zoomActual: "Tamanho real",
    previousPage: "Página anterior",
    nextPage: "Próxima página",
    nextArea: "Próxima área: lista, imagem, texto",
    previousArea: "Área anterior",
    escape: "Cancelar a leitura, remover uma área, fechar um painel",
    cancelAll: "Cancelar tudo",
    privacy: "Privacidade",
    data: "Seus dados",
    settings: "Configurações",
    policy: "Política de privacidade",
    help: "Ajuda",
    shortcuts: "Atalhos de teclado",
  },

  WORKSPACE: {
    toolbar: "Imagens",
    open: "Abrir",
    openPictures: "Abrir imagens",
    paste: "Colar",
    cancelAll: "Cancelar tudo",
    copyAll: "Copiar tudo",
    saveAll: "Salvar tudo",
    saveAllAsPdf: "Salvar tudo em um PDF",
    clear: "Limpar",
    cancel: "Cancelar",
    remove: "Remover",
    read: "Ler novamente",
    readAll: "Ler todas as canceladas",
    cancelled: "A leitura foi cancelada.",
    password: "Senha",
    unlock: "Desbloquear",
    reading: (name) => `Lendo ${name}`,
    cancelOne: (name) => `Cancelar ${name}`,
    removeOne: (name) => `Remover ${name}`,
    dropToAdd: "Solte para adicionar",
    split: "Redimensionar imagem e texto",
    splitHint:
      "Arraste ou use as teclas de seta para redimensionar. Clique duas vezes para redefinir.",
  },

  EMPTY: {
    title: "Solte uma imagem aqui",
    titleDragging: "Solte para ler",
    before: "ou cole uma com",
    after: ", ou abra um arquivo.",
    formats:
      "PDF, PNG, JPEG, HEIC, TIFF e muitos outros. Você pode adicionar vários arquivos ou uma pasta inteira.",
  },

  QUEUE: { list: "Lista de imagens" },

  PICTURE: {
    ignoreArea: "Deixar de fora",
    ignoreAreaHint: "Deixar o conteúdo desta área fora do texto",
    ignoreHere: "Desta imagem",
    ignoreEverywhere: "De todas as imagens deste tamanho, também das novas",
    pane: "Imagem",
    orText: "Imagem ou texto",
    page: (name, page) => `Imagem ${name}, página ${page}`,
    rotateLeft: "Girar para a esquerda",
    rotateRight: "Girar para a direita",
    previousPage: "Página anterior",
    nextPage: "Próxima página",
    ofPages: (page, pages) => `${page} / ${pages}`,
    zoomOut: "Reduzir",
    zoomIn: "Ampliar",
    actual: "Tamanho real",
    percent: (scale) => FORMATS.percent(scale * 100),
    fit: "Ajustar",
    copyLine: "Copiar esta linha",
    selectArea: "Selecionar uma área",
    selectAreaHint: "Selecionar uma área (Ctrl e arrastar)",
    area: "Área selecionada",
    areaHint:
      "As teclas de seta a movem; com Shift, mudam o tamanho. Enter copia o texto, Esc remove a área.",
    copyArea: COUNTED.copyLines,
  },

  CODES: {
    list: "Códigos QR e de barras",
    qr: "Código QR",
    copy: (kind) => `Copiar: ${kind}`,
    alone: "Não há texto nesta imagem, apenas o que seus códigos dizem.",
  },

  TEXT: {
    redact: "Ocultar",
    redactHint:
      "Coloca ████ no lugar de números de cartão, IBANs, e-mails e telefones nas cópias e nos arquivos. Nomes e endereços permanecem.",
    entities: (number: string) => `Links e números (${number})`,
    copyEntity: "Copiar um link ou número",
    pane: "Texto",
    of: (name) => `Texto de ${name}`,
    modes: "Quebras de linha",
    copy: "Copiar",
    copyLine: "Copiar linha",
    copyAs: "Copiar como",
    page: (page) => `Página ${page}`,
    save: "Salvar como",
    none: "Nenhum texto foi encontrado nesta imagem.",
    unread: {
      arabic: "Isto parece árabe, que ainda não é lido.",
      hebrew: "Isto parece hebraico, que ainda não é lido.",
      devanagari: "Isto parece devanágari (hindi e outros), que ainda não é lido.",
      thai: "Isto parece tailandês, que ainda não é lido.",
      other: "Isto parece uma escrita que ainda não é lida.",
    },
    noneHint:
      "Se a imagem estiver de lado, gire-a. Caso contrário, tente uma cópia maior ou mais nítida.",
    stopIgnoring: "Parar",
    attachments: (names) => `Os arquivos anexos não foram lidos: ${names}.`,
    missingAfter: (page) => `Faltam as páginas depois da página ${page}.`,
    lowConfidenceWords: (number, keys) => `${COUNTED.uncertainWords(number)} (${keys})`,
    nextLowConfidenceWord: "Ir para a próxima palavra incerta",
    edited: "Editado",
    restore: "Desfazer todas as alterações",
  },

  FOOTER: {
    menu: "Privacidade e configurações",
    privacy: "Nada saiu deste computador",
    privacyHint: "Privacidade: veja o que o programa está fazendo",
  },

  NOTICE: {
    label: "Política de privacidade",
    text: (number) => `A política de privacidade tem uma pequena mudança (versão ${number}).`,
    changes: "Ver o que mudou",
    acknowledge: "OK",
  },

  REFUSED: {
    label: "Arquivos que não puderam ser abertos",
    line: (name, message) => `${FORMATS.quoted(name)}: ${message}`,
    dismiss: "Dispensar",
  },

  BROKEN: { title: "Não foi possível iniciar o ImageToText" },
};
