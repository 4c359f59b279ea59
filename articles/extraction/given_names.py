"""Common given names, to know a person from a street and a "he" from a "she"."""

from .wordlists import words

MALE = words(
    """
    aaron adam adrian alan albert alex alexander alfred allen ambrose andre andrew andy angus
    anthony antonio arthur barack barry ben benjamin bernard bernie bill billy bob bobby brad
    bradley brandon brent brett brian bruce bryan byron calvin carl carlos chad charles charlie
    chester chris christian christopher chuck clarence clay clayton clifford clyde cole colin
    connor corey cory craig curtis dale damon dan daniel darrell darren dave david dean
    dennis derek derrick devin dominic don donald doug douglas duane dustin dwight earl ed eddie
    edgar eduardo edward edwin eli elijah elliott eric erik ernest ethan eugene evan felix
    fernando francisco frank franklin fred frederick gabriel garrett gary gavin gene geoffrey
    george gerald gilbert glen glenn gordon graham grant greg gregory gus guy harold harry harvey
    hector henry herbert herman homer horace howard hugh ian irving isaac ivan jack jackson jacob
    jaime jake james jared jason jay jeff jefferson jeffrey jeremiah jeremy jerome jerry jesse
    jesus jim jimmy joaquin joe joel john johnny jon jonathan jordan jorge jose joseph josh joshua
    juan julian julio justin karl keith ken kenneth kent kevin kirk kurt kyle lamar larry lawrence
    lee leo leon leonard leroy leslie lester lewis lloyd logan lonnie louis lucas luis luke luther
    malcolm manuel marco marcus mario mark marshall martin marvin mason matt matthew maurice max
    melvin micah michael miguel mike miles milton mitch mitchell mitt mo morris moses nathan
    nathaniel neal neil nelson newt nicholas nick noah noel norman oliver omar orrin oscar otis
    owen pablo pat patrick paul pedro pete peter phil philip phillip preston quentin ralph ramon
    randall randy raphael raul ray raymond reggie reginald rex ricardo richard rick ricky rob
    robert roberto rodney roger roland ron ronald ronnie ross roy ruben rudy russell ryan salvador
    sam samuel scott sean sergio seth shane shawn sherrod sidney simon spencer stanley stephen
    steve steven stuart ted terrence terry theodore thom thomas tim timothy todd tom tommy tony
    travis trent trevor troy tucker ty tyler vernon victor vincent virgil wade wallace walter
    warren wayne wendell wesley will willard william willie wyatt xavier zachary
    """
)
FEMALE = words(
    """
    abigail ada adele agnes alexandra alexandria alexis alice alicia alison allison alma alyssa
    amanda amber amy ana andrea angela angelica anita ann anna anne annette annie april ariana
    ashley audrey barbara beatrice becky belinda bernadette bernice beth bethany betsy betty
    beverly bonnie brenda brianna bridget brittany caitlin camille candace carla carly carmen carol
    carole caroline carolyn carrie cassandra catherine cathy cecilia celia charlene charlotte
    chelsea cheri cheryl christina christine christy cindy claire clara claudia colleen connie
    constance courtney crystal cynthia daisy dana danielle darlene dawn deb debbie deborah debra
    delia delores denise diana diane dianne dina dolores donna dora doris dorothy edith eileen
    elaine eleanor elena elise elissa eliza elizabeth ella ellen eloise elsie emily emma erica erin
    esther ethel eunice eva evelyn faith felicia florence frances gabrielle gail geraldine gina
    gladys glenda gloria grace gretchen gwen hannah harriet hazel heather heidi helen hillary
    holly hope ida ilhan imogen ingrid irene iris isabel isabella ivanka jackie jacqueline jamie
    jan jana jane janet janice jasmine jean jeanette jeanne jenna jennifer jenny jessica jill jo
    joan joann joanna joanne jocelyn jody josephine joy joyce juanita judith judy julia juliana
    julie june kaitlyn kamala karen karin kate katherine kathleen kathryn kathy katie kay kayla
    kellyanne kelsey kendra kim kimberly kirsten krista kristen kristi kristin kristina kyrsten
    lana latoya laura lauren laurie leah leigh lena leslie leticia lillian lily linda lindsay lisa
    lois lola loretta lori lorraine louise lucille lucinda lucy lydia lynn mabel mae maggie mallory
    mandy marcia margaret margarita marguerite maria mariah marian marianne marie marilyn marina
    marion marissa marjorie marlene marsha martha mary maryann matilda maureen maxine maya mazie
    megan melanie melania melinda melissa mercedes meredith michele michelle mildred mindy miranda
    miriam misty molly mona monica monique muriel myra nadia nancy naomi natalie nicole nikki nina
    nora norma olga olivia opal pamela patrice patricia patsy patty paula pauline pearl
    peggy penelope penny phyllis priscilla rachel ramona rebecca regina renee rhonda rita roberta
    robin rosa rosalind rose roseanne rosemary roxanne ruby ruth sabrina sally samantha sandra
    sara sarah selena shannon sharon sheila shelley sherry shirley sierra simone sonia sonya sophia
    sophie stacey stacy stella stephanie sue susan susanna suzanne sydney sylvia tamara tammy tanya
    tara tatiana teresa terri tessa thelma theresa tiffany tina tracey traci tracy tricia
    tulsi ursula valerie vanessa vera veronica vicki victoria viola virginia vivian wanda wendy
    whitney willa wilma winifred yolanda yvette yvonne zoe
    """
)
EITHER = words("kelly lindsey lynn marion robin leslie dana jamie jan pat lee jordan taylor morgan")


def gender_of(given: str) -> str:
    """ "M", "F", or empty where a given name does not tell."""
    lowered = given.lower()
    if lowered in EITHER or (lowered in MALE and lowered in FEMALE):
        return ""
    return "M" if lowered in MALE else "F" if lowered in FEMALE else ""


def is_given_name(word: str) -> bool:
    lowered = word.lower()
    return lowered in MALE or lowered in FEMALE or lowered in EITHER
