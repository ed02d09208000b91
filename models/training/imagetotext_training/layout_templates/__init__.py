"""HTML pages whose structure is known, one file for each family of pages.

An element with `data-k` is a block of that kind, one with `data-r` a row that is read across. The order of the
elements in the document is the reading order, wherever a style sheet puts them on the page.
"""

from .documents import Documents
from .sections import Sections
from .side_columns import SideColumns


class LayoutTemplates(SideColumns, Sections, Documents):
    """Fills templates of every family with texts of a `TextGenerator`."""

    def page(self, only=None):
        """One HTML document, and the name of its template, which `only` may choose."""
        self.start()
        kinds = {
            self.paper: 5, self.magazine: 4, self.newspaper: 3, self.plain: 2, self.book: 1, self.contents: 1,
            self.lists: 2, self.code: 3, self.poem: 1, self.slide: 2, self.letter: 2, self.invoice: 3, self.form: 3,
            self.table_page: 6, self.receipt: 3, self.dialog: 4, self.window: 4, self.cards: 4, self.website: 2, self.dashboard: 6,
            self.messages: 3, self.pager: 2, self.journal: 6, self.textbook: 3, self.fact_box: 3, self.key_figures: 3,
            self.panes: 5, self.resume: 2, self.stories: 6,
            self.bare_table: 4, self.sections: 5, self.recipe: 3, self.price_list: 3,
        }  # fmt: skip
        kind = getattr(self, only) if only else self.random.choices(list(kinds), list(kinds.values()))[0]
        body = kind()
        return self.document(body), kind.__name__
