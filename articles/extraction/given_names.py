"""Common given names, to know a person from a street and a "he" from a "she"."""

from .wordlists import words

MALE = words(
    """
    aaron abel abraham adam adrian ahmed al alan albert alec alejandro alex alexander alfred
    allen alvin ambrose amos andre andrew andy angel angus anthony antonio archie armando arnold
    art arthur asher ashton august austin barack barney barrett barry bart basil beau ben
    benjamin bennett bernard bernie bert bill billy blaine blake bo bob bobby boyd brad bradley
    brady brandon brendan brent brett brian brock bruce bruno bryan bryce burl byron cade caleb
    calvin cameron carl carlos carter cary cecil cedric cesar chad charles charlie chase chester
    chet chip chris christian christopher chuck clarence clark claude clay clayton clem cliff
    clifford clint clinton clyde cody cole colin connor conrad cooper corey cornelius cory craig
    cruz curtis cyrus dale dalton damien damon dan dane daniel darrell darren daryl dash dave
    david davis dean dee delbert delmar demetrius dennis denny derek derrick desmond devin dewey
    dexter diego dirk domingo dominic don donald donnie doug douglas doyle drew duane duke
    dustin dwayne dwight earl earnest ed eddie edgar edmund eduard eduardo edward edwin efrain
    elbert eldon eli elias elijah elliott ellis elmer elroy elton elvin emanuel emerson emil
    emilio emmett enrique eric erik ernest ernesto ernie esteban ethan eugene evan everett ezra
    fabian felix fernando finn fletcher floyd forrest foster francisco frank franklin fred
    freddie frederick gabriel garrett garth gary gavin gene geoffrey george gerald gil gilbert
    gino giovanni glen glenn gordon grady graham grant greg gregory grover guillermo gunnar gus
    guy hal hank hans harlan harley harold harris harry harvey heath hector henry herbert herman
    hollis homer horace howard hubert hugh hugo hunter ian ignacio ira irvin irving isaac
    ishmael israel ivan ivory jack jackie jackson jacob jaime jake jamal james jared jarrod
    jarvis jason javier jay jayden jed jeff jefferson jeffrey jensen jeremiah jeremy jermaine
    jerome jerrod jerry jesse jesus jett jim jimmie jimmy joaquin joe joel joey john johnny jon
    jonas jonathan jordan jorge jose joseph josh joshua josiah juan judd jude julian julio
    justin kai kareem karl keith ken kendrick kennedy kenneth kenny kent kermit kerry kevin kip
    kirby kirk kris kurt kyle lamar lance landon lane larry lars lawrence lee leo leon leonard
    leroy leslie lester levi lewis lincoln linus lionel lloyd logan lonnie lorenzo lou louis
    lowell lucas lucian lucien lucius luis luke luther lyle lyman mack major malcolm manny
    manuel marcel marco marcos marcus mariano mario mark marlon marquis marshall martin marvin
    mason mathew matt matthew maurice mauricio max maxwell mckinley melvin merle merrill micah
    michael mickey miguel mike mikhail miles milton mitch mitchell mitt mo monroe monte monty
    morgan morris moses muhammad myles myron nathan nathaniel neal ned neil nelson nestor newt
    nicholas nick nico nigel noah noel nolan norbert norman norris octavio odell olaf oliver
    ollie omar orlando orrin orville oscar osvaldo otis otto owen pablo paolo parker pascal pat
    patrick paul pedro percy perry pete peter phil philip phillip phineas porter prescott
    preston quentin quincy quinton ralph ramon ramsey randall randy raphael rashad rashid raul
    ray raymond reed reese reggie reginald remy rene reuben rex reynaldo ricardo richard rick
    ricky rigoberto rob robert roberto rocco rocky roderick rodney rodrigo rogelio roger roland
    ron ronald ronnie rory roscoe ross rowan roy royce ruben rudolph rudy rufus rupert russell
    rusty rutledge ryan sal salvador salvatore sam sammy samuel santiago saul scott sean
    sebastian sergio seth shane shawn sherman sherrod sherwin sid sidney silas silvio simon sol
    solomon spencer stanley stephen sterling steve steven stewart stuart sullivan sylvester tad
    tariq tate ted terrell terrence terry thad thaddeus theo theodore thom thomas thurman tim
    timothy titus tobias toby todd tom tomas tommy tony tracy travis trent trevor trey troy
    truman tucker ty tyler tyrell tyrone tyson ulysses vance vaughn vernon victor vince vincent
    virgil vito wade waldo wallace wally walter ward warren waylon wayne webster wendell wes
    wesley wilbur wiley wilfred will willard william willie willis wilson winston woodrow woody
    wyatt xavier yusuf zachary zane zeke zion
    """
)
FEMALE = words(
    """
    abby abigail ada adele adeline adriana agatha agnes aileen aimee aisha alana alberta
    alejandra alexa alexandra alexandria alexia alexis alice alicia alina alison allie allison
    alma alondra alta alva alyssa amanda amber amelia amparo amy ana anastasia andrea angela
    angelica angelina angie anika anissa anita ann anna annabelle anne annette annie antonia
    april ariana arlene ashley astrid athena aubrey audrey aurelia aurora autumn ava barbara bea
    beatrice becca becky belinda bella bernadette bernice bertha bess bessie beth bethany betsy
    betty bettye beulah bev beverley beverly bianca billie blair blanca blanche bobbie bonnie
    brandi breanna bree brenda brianna bridget bridgette brittany brooke bryn caitlin callie
    camille candace candice candy carina carla carlotta carly carmela carmen carol carole
    carolina caroline carolyn carrie casey cassandra cassidy catalina catherine cathy cecile
    cecilia celeste celia celine chandra charity charlene charlotte charmaine chelsea cheri
    cheryl chloe christa christina christine christy ciara cindy claire clara clarissa claudette
    claudia clementine cleo colette colleen connie constance consuelo cora coral cordelia
    corinne cornelia courtney cristina crystal cynthia daisy dana danielle daphne darcy daria
    darla darlene dawn deb debbie deborah debra delia delilah della delores delphine demi denise
    desiree destiny diana diane dianne dina dixie dolly dolores dominique donna dora doris
    dorothy dot dottie edith edna effie eileen elaina elaine eleanor eleanore elena elisa
    elisabeth elise elissa eliza elizabeth ella ellen eloise elsa elsie elvira emilia emily emma
    enid erica erin ernestine esme esperanza estelle esther ethel etta eugenia eula eunice eva
    evangeline evelyn faith fannie farrah fatima fay felicia fern fiona flora florence frances
    freda frida gabriela gabrielle gail genevieve georgia georgina geraldine gertrude gigi gina
    giselle gladys glenda gloria grace graciela greta gretchen guadalupe gwen gwendolyn hallie
    hannah harper harriet hattie hazel heather heidi helen henrietta hester hilda hildegard
    hillary holly hope ida ilhan imani imogen ina ines inez ingrid irene iris isabel isabella
    iva ivanka ivy jackie jacqueline jada jamie jan jana jane janelle janet janette janice
    janine jasmin jasmine jayne jean jeanette jeanne jeannette jeannie jenna jennifer jenny jeri
    jess jessamyn jessica jewel jill jo joan joann joanna joanne jocelyn jody joelle johanna
    jolene josefina josephine josie joy joyce juana juanita judith judy julia juliana julie
    juliet june justine kaitlyn kamala kara karen karin karina karla kate katherine kathi
    kathleen kathryn kathy katie katrina kay kayla keisha kellyanne kelsey kendra kiera kim
    kimberley kimberly kirsten kirstie krista kristen kristi kristin kristina krystal kyrsten
    lacey ladonna lakeisha lana latasha latoya laura lauren laurie leah leanne leigh leila lela
    lena lenora leona leonora leslie leta leticia letitia libby lidia lila lilian lillian lilly
    lily linda lindsay linnea lisa liz liza lizzie lois lola lorena loretta lori lorna lorraine
    lottie louella louise lourdes lucia lucille lucinda lucy luella luisa lupe luz lydia lyla
    lynn mabel madeleine madeline madison mae magdalena maggie mallory mamie mandy mara marcella
    marci marcia margaret margarita margie margo margot marguerita marguerite maria mariah
    marian marianne maribel marie marietta marilyn marina marion marisol marissa marjorie marla
    marlene marlys marsha marta martha mary maryann maryanne marybeth matilda mattie maud maude
    maura maureen mavis maxine maya mazie meg megan melania melanie melinda melissa mercedes
    mercy meredith merry mia michele michelle mildred mimi mindy minerva minnie miranda miriam
    misty mollie molly mona monica monique muriel myra myrna myrtle nadia nadine nan nancy
    nanette naomi natalia natalie natasha nelda nell nellie nettie nicole nicolette nikki nina
    noel noelle nora noreen norma octavia odessa odette olga olive olivia oona opal ophelia
    paige pamela pansy paola patrice patricia patsy patti patty paula paulette pauline pearl
    peggy penelope penny petra philippa phoebe phyllis pilar polly priscilla priya prudence
    queenie quinn rachel ramona raquel reba rebecca regina renata renee reyna rhea rhonda
    ricarda rita roberta robin roma romona ronda rosa rosalie rosalind rosalinda rosalyn rosanna
    rosario rose roseann roseanne rosemary rosetta rosie rowena roxana roxanne ruby ruth ruthie
    sabrina sadie sally samantha samara sandra sara sarah savannah selena selma serena shannon
    shari sharlene sharon shawna sheila shelley sheri sherri sherrie sherry shirley sierra
    simone sondra sonia sonya sophia sophie sophronia stacey stacie stacy stella stephanie sue
    sunny susan susana susanna susie suzanne suzette sybil sydney sylvia sylvie tabitha tamara
    tamika tammy tania tanya tara tatiana tatum teresa teri terri tessa thea thelma theodora
    theresa therese tiffany tina toni tonya tracey traci tracy tricia trina trish trudy tulsi
    twila ula una ursula valerie vanessa vanna velma vera verna veronica vicki vicky victoria
    vilma viola violet virgie virginia vivian vivien wanda wendi wendy whitney wilhelmina willa
    willie wilma winifred winnie yesenia yolanda yvette yvonne zelda zoe zora
    """
)
EITHER = words(
    """
    frankie germaine kendall kelly lindsey lynn marion robin leslie dana jamie jan pat lee jordan
    taylor morgan
    """
)


_GIVEN = MALE | FEMALE | EITHER
_GENDERS = {
    **dict.fromkeys(MALE - FEMALE - EITHER, "M"),
    **dict.fromkeys(FEMALE - MALE - EITHER, "F"),
}


def gender_of(given: str) -> str:
    """ "M", "F", or empty where a given name does not tell."""
    return _GENDERS.get(given.lower(), "")


def is_given_name(word: str) -> bool:
    return word.lower() in _GIVEN
