"""`recotrack figures`."""

import click

from recotrack.cli.app import App, complete_metrics, formats


@click.command()
@click.argument("metric", required=False, shell_complete=complete_metrics)
@click.option("--as-of", metavar="DATE", help="As the record stood on a day (YYYY-MM-DD).")
@click.option("--rev", metavar="REV", help="Read a git revision instead of the work tree.")
@formats("text", "json")
@click.pass_obj
def command(app: App, metric: str | None, as_of: str | None, rev: str | None, form: str) -> None:
    """Show numbers over time, with conflicts between sources.

    Without METRIC every metric is listed, and what does not agree in any of them. With it,
    every value is shown with its source and passage, then the values that do not agree, the
    sums, and what must be known beside them. No value is preferred to another.
    """
    today = register = app.register(rev, figures=True)
    if as_of is not None:
        register = app.as_of(register, as_of)
    chosen = list(register.metrics.values())
    if metric is not None:
        app.refuse_unknown("metric", metric, today.metrics)
        if metric not in register.metrics:
            raise click.UsageError(f"No value of {metric} was known on {as_of}.")
        chosen = [register.metrics[metric]]
    if form == "json":
        from recotrack.views.json.figures import figures_json

        app.put(figures_json(register, chosen))
        return
    from recotrack.views.terminal.figures import metric_text, overview_text

    if metric is None:
        app.put(overview_text(register, chosen, width=app.width(), paint=app.paint()))
    else:
        app.put(metric_text(register, chosen[0], width=app.width(), paint=app.paint()))
