/** The start of the page: shell, store, actions and views are put together here and nowhere else. */
import { render } from "lit";
import { createActions } from "./actions";
import { asCommandError, shell } from "./ipc";
import { watchKeys } from "./keyboard";
import { keepLoaded } from "./loading";
import { watchIntake } from "./pasteAndDrop";
import { watchSelection } from "./primarySelection";
import { keepingFocus } from "./restoreFocus";
import type { Session } from "./session";
import { createStore } from "./store";
import { app } from "./views/app";

const store = createStore();
const actions = createActions(shell, store);
const session = (): Session | null => (store.view.kind === "ready" ? store.view.session : null);

function show(): void {
  const root = document.getElementById("app");
  if (!root) return;
  const { view } = store;
  const start =
    view.kind === "ready" ? view.session.start : view.kind === "consent" ? view.start : null;
  document.documentElement.dataset.theme = start?.settings.theme ?? "system";
  render(app(view, shell, actions), root);
}

const showing = keepingFocus(show);
store.follow(showing);
keepLoaded(shell, store, actions);
watchSelection(document, store);
watchIntake(document, actions, () => session() !== null);
watchKeys(document, actions, session);
showing();
shell
  .start((event) => store.dispatch({ kind: "heard", event }))
  .then((start) => store.dispatch({ kind: "started", start }))
  .catch((thrown) => store.dispatch({ kind: "broke", error: asCommandError(thrown) }));
