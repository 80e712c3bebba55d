"""Formats: every form of export, in the order in which they are listed."""

from dateline.export import (
    brief,
    claimreview,
    csv,
    docbin,
    dossier,
    ftm,
    geojson,
    gexf,
    jsonl,
    labelstudio,
    parquet,
    prov,
    statements,
    timelinejs,
)
from dateline.export.coded import acled, gdelt, mentions, plover, polecat, ucdp
from dateline.export.format import Format

FORMATS: dict[str, Format] = {
    module.FORMAT.name: module.FORMAT
    for module in (
        jsonl,
        csv,
        parquet,
        acled,
        ucdp,
        plover,
        polecat,
        gdelt,
        mentions,
        geojson,
        gexf,
        timelinejs,
        prov,
        claimreview,
        ftm,
        statements,
        dossier,
        brief,
        labelstudio,
        docbin,
    )
}
