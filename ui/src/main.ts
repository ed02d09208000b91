/** Starts the page: the only place that connects shell, store, actions and views. */
import { render } from "lit";
import { createActions } from "./actions";
import { watchContextMenus } from "./contextMenus";
import { wipeInputMethodText } from "./inputMethod";
import { asCommandError, shell } from "./ipc";
import { watchKeyboard } from "./keyboard";
import { startLoading } from "./loading";
import { createLanguageSwitch } from "./pageLanguage";
import { watchPasteAndDrop } from "./pasteAndDrop";
import { wipePrimarySelection } from "./primarySelection";
import { withFocusRestored } from "./restoreFocus";
import type { Session } from "./session";
import { startOf } from "./state";
import { createStore } from "./store";
import { app } from "./views/app";

const store = createStore();
const actions = createActions(shell, store);
const getSession = (): Session | null => (store.view.kind === "ready" ? store.view.session : null);

const switchLanguage = createLanguageSwitch(document.documentElement, shell);
const renderPage = withFocusRestored(() => {
  const root = document.getElementById("app");
  if (!root) return;
  const { view } = store;
  const start = startOf(view);
  // Until then the page has the theme that the shell gave it.
  if (start) document.documentElement.dataset.theme = start.settings.theme;
  switchLanguage(start?.settings.language ?? null);
  render(app(view, shell, actions), root);
}, getSession);
store.subscribe(renderPage);
startLoading(shell, store, actions);
wipePrimarySelection(document, store);
wipeInputMethodText(document, store);
watchPasteAndDrop(document, actions, () => getSession() !== null);
watchContextMenus(document, actions, getSession);
watchKeyboard(document, actions, getSession);
renderPage();
shell
  .start((shellEvent) => store.dispatch({ kind: "shellEvent", shellEvent }))
  .then((start) => store.dispatch({ kind: "started", start }))
  .catch((thrown) => store.dispatch({ kind: "startFailed", error: asCommandError(thrown) }));
