using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Shouldly;
using Yuheng.Core;
using Assembly = System.Reflection.Assembly;

namespace Yuheng.Server.Tests.Tidy;

public sealed class ArchitectureTests
{
    private const string Server = "Yuheng.Server";

    private static readonly Assembly[] House = [typeof(Phrase).Assembly, typeof(Program).Assembly];

    private static readonly Use[] Uses = Read(House);

    private static readonly Use[] Planted = Read([typeof(ArchitectureTests).Assembly]);

    [Fact]
    public void The_rules_see_the_house() =>
        Uses.ShouldContain(new Use("Yuheng.Server.Shell.T", "Yuheng.Core.Texts"));

    [Fact]
    public void Core_touches_the_base_class_library_only() => Walls.Core(Uses, "Yuheng.Core").ShouldBeEmpty();

    [Fact]
    public void Core_keeps_measured_values_and_limits_as_decimals() =>
        BinaryFractions(typeof(Phrase).Assembly).ShouldBeEmpty();

    [Fact]
    public void The_shell_touches_no_module_and_no_table() => Walls.Room(Uses, Server, "Shell", "Data").ShouldBeEmpty();

    [Fact]
    public void Data_touches_no_module_and_no_page() => Walls.Room(Uses, Server, "Data", "Shell").ShouldBeEmpty();

    [Fact]
    public void Modules_meet_at_the_doors_of_those_before_them() => Walls.BetweenModules(Uses, Server).ShouldBeEmpty();

    [Fact]
    public void A_planted_breach_of_Core_is_found() =>
        Walls.Core(Planted, "Planted.Core").Select(u => u.From).Distinct()
        .ShouldBe(["Planted.Core.ReadsFiles", "Planted.Core.SignsAnywhere"], ignoreOrder: true);

    [Fact]
    public void A_planted_binary_fraction_is_found() =>
        BinaryFractions(typeof(ArchitectureTests).Assembly).ShouldBe(["Planted.Core.Finding.Measured"]);

    [Fact]
    public void A_planted_page_that_knows_a_module_is_found() =>
        Walls.Room(Planted, "Planted.Server", "Shell", "Data").Select(u => u.From)
            .ShouldContain("Planted.Server.Shell.Frame");

    [Fact]
    public void A_planted_table_that_knows_a_module_is_found() =>
        Walls.Room(Planted, "Planted.Server", "Data", "Shell").Select(u => u.From)
            .ShouldContain("Planted.Server.Data.Db");

    [Fact]
    public void Planted_uses_against_the_stream_and_past_the_door_are_found() =>
        Walls.BetweenModules(Planted, "Planted.Server").Select(u => u.From).Distinct()
            .ShouldBe(["Planted.Server.Registry.Firm", "Planted.Server.Inspection.Lot"], ignoreOrder: true);

    [Fact]
    public void A_planted_command_that_opens_the_database_is_found() =>
        Walls.Cli(Planted, "Planted.Cli").Select(u => u.From).ShouldContain("Planted.Cli.Verb");

    private static Use[] Read(Assembly[] assemblies)
    {
        var types = new ArchLoader().LoadAssemblies(assemblies).Build().Types;
        return [.. types.SelectMany(Dependencies).Distinct()];
    }

    private static IEnumerable<Use> Dependencies(IType type) =>
        type.Dependencies.Select(d => new Use(type.FullName, d.Target.FullName));

    private static string[] BinaryFractions(Assembly assembly) =>
        [.. assembly.GetTypes()
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(p => p.PropertyType == typeof(double) || p.PropertyType == typeof(double?))
            .Where(p => Walls.IsMeasuredName(p.Name))
            .Select(p => $"{p.DeclaringType!.FullName}.{p.Name}")];
}
