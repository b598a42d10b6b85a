"""Three short reviews that share subjects: numbered, listed by owner, and plain."""

CHILD_W = """# Learning Bulletin: Child W

Anyshire Safeguarding Children Partnership, March 2021

## Summary

Child W was four months old when a neighbour found her alone in the flat.

## Findings

### Finding 1

Fathers were not asked about their part in the care of the baby.

- No worker met the father before the birth.
- The father was left out of the plan.

### Finding 2

The bruise on her cheek was put down to a dog, and nobody told the police until the next day.

### Finding 3

The handover between two health visitors took nine weeks.

## Recommendations

### POLICE

- 1) Record every visit to the flat within a day.
- 2) Tell the health visitor about each call.
- 3) Look at the weight of evidence with partners.

### SCHOOLS

- 1) Ask about younger brothers and sisters.
- 2) Keep one file for each family.

### SUPPORTED HOUSING PROVIDER

- 1) Check who lives in the flat.
"""
BABY_V = """# Serious Case Review: Baby V

Otherton Safeguarding Children Board, 2015

## Findings

- The school saw the change in his weight and told nobody.
- The handover between two health visitors lost his growth chart.
- His voice was missing from every record.
- His father was never met, because visits were made by day.

## Recommendations

- The Board should test how growth charts are kept.
- The Board should publish advice on fathers.
"""
CHILD_T = """# Serious Case Review: Child T

Newshire Safeguarding Children Board, 2018

## Findings

- A bruise on a baby who could not crawl was not referred to a paediatrician.
- The dog in the home was not thought about.

## Recommendations

- Every bruise on a baby who cannot crawl should be referred on the same day.
"""
