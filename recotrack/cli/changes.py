"""`recotrack changes`."""

import click

from recotrack.cli.app import App, formats


@click.command()
@click.argument("revisions", metavar="[REV[..REV]]", default="HEAD")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where there is a warning.")
@click.option("--links", metavar="URL", default="", help="With markdown: link files at an address, their paths added.")
@formats("text", "markdown", "json", "github")
@click.pass_obj
def command(app: App, revisions: str, exit_code: bool, links: str, form: str) -> int:
    """Tell what a change in git means for the record.

    With one revision, or none (HEAD), it is compared with the work tree; with two (A..B), the
    first with the second. A...B tells what B changed since it parted from A, as a pull request
    does. What alters a published text or takes an update away is a warning.
    """
    from recotrack.analysis.review import formatting, review
    from recotrack.model.terms import Severity

    first, dots, second = revisions.partition("..")
    parted = second.startswith(".")
    second = second.removeprefix(".")
    if parted:
        first = app.merge_base(first or "HEAD", second or "HEAD")
    two = app.compared(first or "HEAD", (second or "HEAD") if dots else None)
    started = f"where {revisions.replace('...', ' and ')} parted" if parted else first or "HEAD"
    names = (started, (second or "HEAD") if dots else "work tree")
    changes = review(two.base, two.head)
    faulty = {fault.path for fault in (*two.base.faults, *two.head.faults)}
    changes += formatting(changes, two.base_prints, two.head_prints, faulty)
    if form == "json":
        from recotrack.views.json.changing import changes_json

        app.put(changes_json(first or "HEAD", names[1], changes))
    elif form == "markdown":
        from recotrack.views.markdown.changes import changes_markdown

        app.put(changes_markdown(*names, changes, links=_address(links, app.prefix())))
    elif form == "github":
        from recotrack.views.github import changes_github

        app.put(changes_github(changes, app.prefix()))
    else:
        from recotrack.views.terminal.changing import changes_text

        app.put(changes_text(*names, changes, width=app.width(), paint=app.paint()))
    return int(exit_code and any(change.severity is Severity.WARNING for change in changes))


def _address(links: str, prefix: str) -> str:
    """Gives the address of the register's folder out of that of the repository's top."""
    from urllib.parse import quote

    if links and not links.startswith(("https://", "http://")):
        raise click.BadParameter(f"{links!r} is no address that begins with https://", param_hint="--links")
    return f"{quote(links.rstrip('/'), safe=':/?=&%~+')}/{quote(prefix)}" if links else ""
