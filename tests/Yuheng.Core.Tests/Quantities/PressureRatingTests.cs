using Shouldly;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Quantities;

public sealed class PressureRatingTests
{
    [Theory]
    [InlineData("PN16", "PN16", "1.6 MPa")]
    [InlineData("pn 16", "PN16", "1.6 MPa")]
    [InlineData("1.6MPa", "PN16", "1.6 MPa")]
    [InlineData("1.60 MPa", "PN16", "1.6 MPa")]
    [InlineData("16bar", "PN16", "1.6 MPa")]
    [InlineData("1.0MPa", "PN10", "1 MPa")]
    [InlineData("\uFF11\uFF0E\uFF16\uFF2D\uFF30\uFF41", "PN16", "1.6 MPa")]
    [InlineData("600WOG", "600WOG", "600 psi")]
    [InlineData("600 CWP", "600WOG", "600 psi")]
    [InlineData("MOP5", "MOP5", "5 bar")]
    [InlineData("1.25MPa", "1.25 MPa", "1.25 MPa")]
    [InlineData("300 psi", "300 psi", "300 psi")]
    public void Ratings_are_understood_and_shown_back(string text, string shown, string coldWorkingPressure)
    {
        var rating = PressureRating.Read(text);

        rating.ToString().ShouldBe(shown);
        rating.ColdWorkingPressure!.CompareTo(Pressure.Read(coldWorkingPressure, "p")).ShouldBe(0);
    }

    [Theory]
    [InlineData("Class 150")]
    [InlineData("CL150")]
    [InlineData("150LB")]
    [InlineData("150#")]
    public void A_class_has_no_pressure_without_its_material(string text)
    {
        PressureRating.Read(text).ToString().ShouldBe("Class 150");
        PressureRating.Read(text).ColdWorkingPressure.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "rating-missing")]
    [InlineData("16", "unit-missing")]
    [InlineData("PN17", "rating-unknown")]
    [InlineData("PN sixteen", "not-a-number")]
    [InlineData("PN16/PN25", "not-a-number")]
    [InlineData("16 mmHg", "unit-unknown")]
    [InlineData("0 bar", "rating-unknown")]
    [InlineData("-16bar", "below-zero")]
    [InlineData("0WOG", "rating-unknown")]
    [InlineData("MOP3", "rating-unknown")]
    [InlineData("Class 151", "rating-unknown")]
    [InlineData("16 mm", "unit-of-other-kind")]
    [InlineData("1e309 bar", "unit-unknown")]
    public void What_is_no_rating_is_refused(string text, string code) =>
        Should.Throw<Refused>(() => PressureRating.Read(text)).Code.ShouldBe(code);

    [Fact]
    public void A_pn_number_is_of_the_series()
    {
        PressureRating.OfPn(16m).Number.ShouldBe(16m);
        Should.Throw<Refused>(() => PressureRating.OfPn(17m));
    }
}
