namespace Yuheng.Server;

/// <summary>What a person may do; a person holds roles in one party, from a day to a day.</summary>
public enum Role
{
    /// <summary>Declares lots and answers for a firm's records (企业经办).</summary>
    FirmClerk,

    /// <summary>Owner or quality-safety director of a firm (企业负责人): signs the firm's own papers.</summary>
    FirmOwner,

    /// <summary>Keys readings at a bench, a firm's own or a laboratory's (试验员).</summary>
    BenchOperator,

    /// <summary>Signs a laboratory's test reports (授权签字人).</summary>
    LaboratorySignatory,

    /// <summary>Samples and seals on the spot (抽样员、检查员).</summary>
    Inspector,

    /// <summary>Reviews results and releases, holds or refuses (审核人).</summary>
    Reviewer,

    /// <summary>Scores a firm's quality-assurance level (评定员).</summary>
    Assessor,

    /// <summary>Official of a department (部门经办).</summary>
    DepartmentOfficer,

    /// <summary>Person of the trade association (协会经办).</summary>
    AssociationOfficer,

    /// <summary>Official of the local government (政府经办).</summary>
    GovernmentOfficer,

    /// <summary>Runs the zone's settings and accounts; sees no firm's records for that (管理员).</summary>
    Administrator,
}
