"""``python -m site_build``: stage the pages, pack the calculator, publish."""

from __future__ import annotations

from site_build import calculator_part, data_files, offline, qr_code, runtime, source_file, versions
from site_build.attack_page import attack
from site_build.capacity_page import PARTS as CAPACITY_PARTS
from site_build.compressed import compress
from site_build.guide_parts import parts as guide_parts
from site_build.home_page import PARTS as HOME_PARTS
from site_build.links_page import citation_example, parameters
from site_build.official_page import official
from site_build.papers_forms import write_forms
from site_build.papers_page import PARTS as PAPERS_PARTS
from site_build.paths import CALCULATOR, DOCS, SITE, STAGE
from site_build.people_page import people
from site_build.picture import overpass
from site_build.policy_page import policy
from site_build.proof_page import PARTS as PROOF_PARTS
from site_build.publish import publish
from site_build.readings_page import compared, readings
from site_build.rules_page import rules
from site_build.speed_page import PARTS as SPEED_PARTS
from site_build.stage import fill_pages, stage
from site_build.tables_page import tables
from site_build.terms import PARTS as TERM_PARTS

PARTS = {
    "policy": policy,
    "rules": rules,
    "official": official,
    "source_download": source_file.download,
    "readings": readings,
    "readings_compared": compared,
    "tables": tables,
    "parameters": parameters,
    "citation_example": citation_example,
    "people": people,
    "attack": attack,
    **CAPACITY_PARTS,
    "overpass": overpass,
    **PROOF_PARTS,
    **SPEED_PARTS,
    **TERM_PARTS,
    **PAPERS_PARTS,
    **HOME_PARTS,
    **data_files.PARTS,
    **guide_parts(),
    "form": calculator_part.form,
    "embedded_form": calculator_part.embedded_form,
    "calculator_script": calculator_part.script,
    "calculator_style": calculator_part.style,
    "calculator_early": calculator_part.early,
}


def main() -> None:
    """Build the whole site."""
    print("   staging the pages", flush=True)
    stage(DOCS, STAGE)
    source_file.place()
    data_files.place()
    versions.place(STAGE)
    qr_code.place()
    print("   packing the calculator", flush=True)
    runtime.build(STAGE / CALCULATOR)
    offline.place(STAGE)
    write_forms(STAGE)
    fill_pages(STAGE, PARTS)
    print("   publishing", flush=True)
    publish()
    print("   compressing", flush=True)
    compress(SITE)


if __name__ == "__main__":
    main()
