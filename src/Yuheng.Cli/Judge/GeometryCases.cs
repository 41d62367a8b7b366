using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Cli.Judge;

/// <summary>Threads, walls and flow.</summary>
internal static class GeometryCases
{
    public static void Thread(CaseQuestion question, CaseAnswer answer)
    {
        var pack = question.AnyPack(answer);
        if (question.Input.Has("question"))
        {
            answer.Word("decisive", "limit gauges");
            answer.Because(pack.Standard, "judge.thread-dispute");
            return;
        }

        var size = question.Input.Text("size").Replace('-', ' ').Trim();
        var row = question.Packs.Get("iso-7-1-1994").Threads.FirstOrDefault(t => t.Size == size)
            ?? throw new Refused("refused.judge.thread-unknown", size) { Field = "size" };
        answer.Rests(row.Confidence);
        if (question.NotNegativeOrNull("measuredGaugeLength_mm") is { } measured)
        {
            Gauge(answer, row, measured);
            return;
        }

        var tpi = question.Input.Has("tpi") ? question.AboveZero("tpi") : row.Tpi;
        var major = question.Input.Has("majorDiameter_mm") ? question.AboveZero("majorDiameter_mm") : row.MajorDiameter;
        var form = PipeThreads.Form(major, tpi, question.Packs.Get("iso-7-1-1994").Numbers["heightPerPitch"][0]);
        answer.Number("pitch_mm", form.Pitch);
        answer.Number("threadHeight_mm", form.Height);
        answer.Number("pitchDiameter_mm", form.PitchDiameter);
        answer.Number("minorDiameter_mm", form.MinorDiameter);
        answer.Number("gaugeLength_mm", row.GaugeLength);
        answer.Number("gaugeTolerance_mm", row.GaugeTolerance);
        answer.Number("gaugeMin_mm", row.GaugeLength - row.GaugeTolerance);
        answer.Number("gaugeMax_mm", row.GaugeLength + row.GaugeTolerance);
        answer.Because("table 1", "judge.thread", size);
    }

    public static void Wall(CaseQuestion question, CaseAnswer answer)
    {
        var pack = question.Standard == "any" ? null : question.AnyPack(answer);
        if (question.NotNegativeOrNull("measuredMin_mm") is { } measured)
        {
            var required = question.AboveZero("requiredMin_mm");
            answer.Flag("conforms", measured >= required);
            answer.Because("minimum", measured >= required ? "judging.test.within-limit" : "judging.test.beyond-limit",
                NumberText.Show(measured) + " mm", NumberText.Show(required) + " mm");
        }
        else if (pack is not null && question.Input.Has("f_MPa"))
        {
            var (d, p, f) = (question.AboveZero("di_mm"), question.AboveZero("p_MPa"), question.AboveZero("f_MPa"));
            if (2 * f <= p)
            {
                throw new Refused("refused.judge.stress-too-low") { Field = "f_MPa" };
            }

            answer.Number("tm_mm", Ratio.Of(d) * Ratio.Of(p) / Ratio.Of((2 * f) - p));
            answer.Because(pack.Standard, "judge.wall-without-allowances");
        }
        else
        {
            WallByClass(question, answer, pack);
        }
    }

    public static void Flow(CaseQuestion question, CaseAnswer answer)
    {
        var pack = question.AnyPack(answer);
        var (q, dp, rho) = (question.NotNegative("Q_m3_per_h"), question.AboveZero("dp_bar"),
            question.AboveZero("rho"));
        var kv = FlowCoefficients.Kv(q, dp, rho, pack.Numbers["referenceDensity"][0]);
        answer.Number("Kv", kv);
        answer.Number("Cv", kv * pack.Numbers["cvPerKv"][0]);
        answer.Because("Kv", "judge.flow");
    }

    private static void Gauge(CaseAnswer answer, ThreadRow row, decimal measured)
    {
        if (row.GaugeLength is not { } length || row.GaugeTolerance is not { } tolerance)
        {
            answer.CannotJudge("judge.thread-gauge-unknown", row.Size);
            return;
        }

        var conforms = measured >= length - tolerance && measured <= length + tolerance;
        answer.Flag("conforms", conforms);
        answer.Number("min", length - tolerance);
        answer.Number("max", length + tolerance);
        answer.Because("table 1", conforms ? "judging.test.within-limit" : "judging.test.beyond-limit",
            NumberText.Show(measured) + " mm", NumberText.Show(length) + " ± " + NumberText.Show(tolerance) + " mm");
    }

    private static void WallByClass(CaseQuestion question, CaseAnswer answer, Pack? pack)
    {
        var diameter = question.AboveZero("insideDiameter_mm");
        if (pack is null || question.Class is not { } pressureClass
            || Walls.Row(pack, pressureClass, diameter) is not { } row)
        {
            answer.CannotJudge("judge.wall-class-unknown", NumberText.Show(question.Class ?? 0));
            return;
        }

        answer.Rests(row.Confidence);
        answer.Number("tm_mm", Walls.Minimum(row, diameter));
        answer.Because(row.Clause, "judge.wall", NumberText.Show(row.Slope), NumberText.Show(row.Offset));
    }
}
