"""Very common given names and the pronoun they go with; names used for both stand in neither list."""

from ..words import word_set

GIVEN_HE = word_set(
    """
    aaron abdul abdullah abraham adam adrian ahmed alan albert alberto alejandro alexander alexei alfred ali amir
    anders andre andreas andrei andrew andy angelo anthony antonio arthur barack ben benjamin bernard bernie bill bob
    boris brad brandon brendan brett brian bruce bryan carl carlos charles charlie chris christian christopher chuck
    claude clarence colin craig curtis dan daniel danny darren dave david dean dennis derek diego dmitri dmitry
    dominic don donald doug douglas duncan dwight ed eddie edgar eduardo edward elijah emmanuel enrique eric erik
    ernest ethan eugene evan felipe felix fernando francisco francois frank franklin fred frederick
    gabriel gareth gary geoff
    geoffrey george gerald gerard gilbert giovanni giuseppe glenn gordon graham greg gregory guillermo gustavo hans
    harold harry harvey hassan hector henrik henry herbert howard hugh hugo hussein ian ibrahim igor isaac ivan jack
    jacob jacques jake james jan jared jason javier jay jeff jeffrey jeremy jerome jerry jim jimmy joachim joe joel
    johan john johnny jon jonathan jorge jose josef joseph josh joshua juan julian julio justin karl keith ken kenneth
    kevin khalid klaus kurt kyle lance larry lars lawrence leo leon leonard leonardo liam lloyd louis luca lucas luis
    luke manuel marc marcel marco marcus mario mark martin matt matteo matthew mauricio max maurice michael michel
    miguel mikael mike mikhail mitch mohamed mohammad mohammed moses muhammad mustafa nathan neil nicholas nick nicolas
    nigel nikolai norman oleg oliver omar oscar otto owen pablo patrick paul pedro peter phil philip philippe pierre
    rafael ralph ramon raul ray raymond ricardo richard rick rob robert roberto rodrigo roger roland ron ronald ross
    roy rudolf russell ryan salman samuel scott sean sebastian sergei sergey sergio seth shane simon stanley stefan
    stephen steve steven stuart sven ted terrence theodore thomas tim timothy todd tom tommy tony travis trevor tyler
    vicente victor vincent viktor vladimir volodymyr walter warren wayne werner wilhelm will
    william wolfgang xavier yusuf
    zachary
    """
)
"""Given names of men."""

GIVEN_SHE = word_set(
    """
    abigail adriana agnes aisha alexandra alexandria alice alicia alison allison amanda amber amelia amy ana anastasia
    andrea angela angelina anita ann anna anne annette annie april audrey barbara beatrice beatriz becky bernadette beth
    betty beverly brenda bridget camila carla carly carmen carol caroline carolyn catherine cathy cecilia
    charlotte cheryl chloe christina christine cindy claire clara claudia colleen connie courtney cynthia daniela
    deborah debbie debra denise diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elisabeth
    elise elizabeth ellen elsa emily emma erica erin esther eva evelyn fatima fiona florence frances gabriela gina
    gloria grace greta hannah heather heidi helen helena hillary ingrid irene irina isabel isabella jacqueline janet
    jane janice jean jennifer jenny jessica jill joan joanna joanne josephine joyce juanita judith judy julia juliana
    julie karen katarina kate katherine kathleen kathryn kathy katie kayla kelly kimberly kirsten kristen kristin
    kristina larissa laura lauren leila lena leticia linda lisa lois lorraine louise lucia lucy lydia lynn madeleine
    maggie manuela marcia margaret margarita maria mariam marianne marie marilyn marina marta martha mary matilda
    maureen megan melania melanie melinda melissa mercedes michelle mildred miriam molly monica monique nadia nancy
    naomi natalia natalie natasha nicole nina nora norma olga olivia pamela patricia paula pauline phyllis priscilla
    rachel rebecca renee rhonda rita rosa rosalind rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah
    sharon sheila shirley silvia simone sofia sonia sophia sophie stacy stella stephanie susan suzanne svetlana sylvia
    tamara tanya tara tatiana teresa theresa tiffany tina ursula valentina valerie vanessa vera veronica victoria
    virginia vivian wanda wendy yolanda yvonne zoe
    """
)
"""Given names of women."""

GIVEN_BOTH = word_set(
    """
    alex ashley bailey blake cameron casey chelsea dana drew dylan francis jamie jesse jordan kerry kim lee leslie
    lindsay lindsey logan morgan pat reese riley robin sam sasha shannon sidney stacey taylor terry tracy yang wei
    """
)
"""Given names of both; they mark a person and say nothing about the pronoun."""

GIVEN = GIVEN_HE | GIVEN_SHE | GIVEN_BOTH
"""All given names listed here."""

FAMILY_FIRST = word_set(
    """
    kim park yoon moon choi jung jang kang cho lim shin kwon ahn hwang song bae baek roh yun ryu xi li wang zhang liu
    chen zhao huang zhou wu xu sun hu zhu lin guo deng jiang mao nguyen tran pham ho ban lai tsai ma chiang
    """
)
"""Surnames that stand before the given name in Korean, Chinese and Vietnamese names."""


def pronoun_of(given: str) -> str | None:
    """The pronoun a given name goes with ("he", "she"), or None where it does not say."""
    low = given.lower()
    return "he" if low in GIVEN_HE else "she" if low in GIVEN_SHE else None
