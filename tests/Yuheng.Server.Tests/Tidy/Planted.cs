// Types that break a wall on purpose: each rule must find its own, or it can never find anything.
#pragma warning disable IDE0130 // The namespaces imitate the house.

namespace Planted.Core
{
    internal sealed class ReadsFiles
    {
        public static bool Has() => File.Exists("x");
    }

    internal sealed class SignsAnywhere
    {
        public NSec.Cryptography.SignatureAlgorithm? Algorithm { get; set; }
    }

    internal sealed record Finding(double Measured);
}

namespace Planted.Core.Credentials
{
    internal sealed class SignsBehindTheSeam
    {
        public NSec.Cryptography.SignatureAlgorithm? Algorithm { get; set; }
    }
}

namespace Planted.Server.Registry
{
    internal sealed class Registry
    {
        public sealed record Face(string Name);

        public Face? Find { get; set; }
    }

    internal sealed class Firm
    {
        public Planted.Server.Inspection.Inspection? Upstream { get; set; }
    }
}

namespace Planted.Server.Inspection
{
    internal sealed class Inspection
    {
        public Planted.Server.Registry.Registry? Door { get; set; }

        public Planted.Server.Registry.Registry.Face? Face { get; set; }
    }

    internal sealed class Lot
    {
        public Planted.Server.Registry.Firm? Entity { get; set; }
    }
}

namespace Planted.Server.Shell
{
    internal sealed class Frame
    {
        public Planted.Server.Registry.Registry? Module { get; set; }
    }
}

namespace Planted.Server.Data
{
    internal sealed class Db
    {
        public Planted.Server.Inspection.Lot? Module { get; set; }
    }
}

namespace Planted.Cli
{
    internal sealed class Verb
    {
        public Planted.Server.Data.Db? Db { get; set; }
    }
}
